import ApusAPIModel
import ApusDiagnostics
import ApusYAMLSource

extension Node {
    /// The place of the node in the form of the API model.
    var origin: Origin { Origin(tree, node: index) }
}

extension Tree: SourceTree {
    public func filePath(of node: UInt32) -> String { self.node(at: node).filePath }
    public func offset(of node: UInt32) -> Int { self.node(at: node).offset }
    public func place(of node: UInt32) -> Place { self.node(at: node).place }
    public func pointer(of node: UInt32) -> String { self.node(at: node).pointer }
}
