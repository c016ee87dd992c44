import ApusDiagnostics
import ApusYAMLSource

/// A list of changes to an OpenAPI description (Overlay Specification 1.0 and 1.1).
public struct Overlay {
    struct Action {
        enum Change {
            case remove
            case update(Node)
            /// From where in the document a node is copied.
            case copy(JSONPath, Node)
        }

        var node: Node
        var target: JSONPath
        var targetNode: Node
        /// `nil` if the action changes nothing.
        var change: Change?
    }

    /// The file that the overlay was read from.
    public let file: SourceFile
    var actions: [Action] = []

    /// Reads an overlay; every problem in it is reported.
    ///
    /// - Returns: `nil` if there is nothing to go on with.
    public init?(_ file: SourceFile, into diagnostics: inout Diagnostics) {
        guard let root = parse(file, into: &diagnostics) else { return nil }
        self.file = file
        var reader = OverlayReader(diagnostics: diagnostics)
        actions = reader.actions(of: root)
        diagnostics = reader.diagnostics
    }

    /// The document as the overlay changes it. Its nodes keep the places from which they come.
    ///
    /// An action whose target is not there is a warning, as the standard lets it succeed.
    ///
    /// - Returns: The changed document's root; `nil`, with a report, if it would outgrow the limits.
    public func apply(to root: Node, limits: Limits = .default, into diagnostics: inout Diagnostics) -> Node? {
        let document = EditableDocument(root, limits: limits)
        for action in actions {
            var application = OverlayApplication(document: document, action: action, diagnostics: diagnostics)
            application.run()
            diagnostics = application.diagnostics
            if document.isExhausted || application.isStuck { break }
        }
        return document.finish(into: &diagnostics)
    }
}
