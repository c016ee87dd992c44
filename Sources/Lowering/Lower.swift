public import APIModel
public import Diagnostics
public import OpenAPI

/// What to lower, and how.
public struct LoweringOptions: Hashable, Sendable {
    /// Whether component schemas that no operation reaches become types too.
    public var includesUnreachableSchemas: Bool

    public init(includesUnreachableSchemas: Bool = false) {
        self.includesUnreachableSchemas = includesUnreachableSchemas
    }
}

/// Turns a read OpenAPI document into the API that it describes.
///
/// Every problem is reported to `diagnostics`; the result holds what could be understood, so that one
/// run shows all problems. A caller emits nothing while `diagnostics.hasErrors`.
public func lower(
    _ document: Document, options: LoweringOptions = LoweringOptions(), into diagnostics: inout Diagnostics
) -> API {
    var lowering = Lowering(document: document, options: options)
    let api = lowering.run()
    for diagnostic in lowering.diagnostics.all { diagnostics.report(diagnostic) }
    return api
}
