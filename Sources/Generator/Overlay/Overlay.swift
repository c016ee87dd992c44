import ApusDiagnostics
import ApusYAMLSource

/// A list of changes to an OpenAPI description (Overlay Specification 1.0 and 1.1).
public struct Overlay {
    struct Action {
        enum Change {
            case remove
            case update(Node)
            /// Copies a node from another place in the document.
            case copy(JSONPath, Node)
        }

        var node: Node
        var target: JSONPath
        var targetNode: Node
        /// `nil` if the action changes nothing.
        var change: Change?
    }

    /// The file of the overlay.
    public let file: SourceFile
    var actions: [Action] = []

    /// Reads an overlay and reports all its problems.
    ///
    /// - Returns: `nil` if the file has no readable content.
    public init?(_ file: SourceFile, into diagnostics: inout Diagnostics) {
        guard let root = parse(file, into: &diagnostics) else { return nil }
        self.file = file
        var reader = OverlayReader(diagnostics: diagnostics)
        actions = reader.actions(of: root)
        diagnostics = reader.diagnostics
    }

    /// Applies the overlay to a document. The nodes of the result keep the places of their origins.
    ///
    /// An action without a target is reported as a warning, because the specification lets it succeed.
    ///
    /// - Returns: The root of the changed document, or `nil`, with a diagnostic, if the document exceeds a limit.
    public func apply(to root: Node, limits: Limits = .default, into diagnostics: inout Diagnostics) -> Node? {
        let document = EditableDocument(root, limits: limits)
        for action in actions {
            var application = OverlayApplication(document: document, action: action, diagnostics: diagnostics)
            application.run()
            diagnostics = application.diagnostics
            if document.isExhausted || application.isExhausted { break }
        }
        return document.finish(into: &diagnostics)
    }
}
