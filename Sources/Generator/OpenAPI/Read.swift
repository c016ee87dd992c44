import ApusDiagnostics
import ApusYAMLSource

/// Reads an OpenAPI description and all files that it refers to.
///
/// Checks all fields against the description's version of the specification and resolves all references, so that later
/// stages need no further checks. Reports every problem, and returns `nil` if there is no usable document.
///
/// - Parameter urls: The local files for URLs in references. `loader` gets their paths.
public func read(
    _ file: SourceFile, loader: some SourceLoader, urls: URLMap = URLMap(), into diagnostics: inout Diagnostics
) -> Document? {
    guard let root = parse(file, keys: .openAPI, into: &diagnostics) else { return nil }
    return read(root, loader: loader, urls: urls, into: &diagnostics)
}

/// Reads an OpenAPI description from a tree, for example after applying overlays.
///
/// References are resolved against the path of the root's file, even for nodes from other files.
public func read(
    _ root: Node, loader: some SourceLoader, urls: URLMap = URLMap(), into diagnostics: inout Diagnostics
) -> Document? {
    precondition(root.hasNumbers(of: .openAPI), "the tree was parsed without the keys of OpenAPI")
    guard let version = version(of: root, into: &diagnostics) else { return nil }
    var checker = Checker(
        version: version, root: root, sources: SourceSet(first: root.file, root: root, loader: loader, urls: urls))
    checker.diagnostics.choices = diagnostics.choices
    checker.checkDocument()
    for diagnostic in checker.diagnostics.all { diagnostics.report(diagnostic) }
    return Document(root: root, checker: checker)
}

private func version(of root: Node, into diagnostics: inout Diagnostics) -> SpecificationVersion? {
    guard root.kind == .mapping else {
        diagnostics.error(
            .wrongType, "an OpenAPI description is a mapping", at: root.place, label: "this is \(root.kind.phrase)")
        return nil
    }
    if let swagger = root["swagger"] {
        diagnostics.error(
            .unsupportedVersion, "Swagger \(swagger.text) is not supported", at: swagger.place,
            help:
                "convert the document to OpenAPI 3: `npx swagger2openapi \(root.file.path) --outfile openapi.yaml`, or "
                + "https://converter.swagger.io")
        return nil
    }
    guard let field = root["openapi"] else {
        diagnostics.error(
            .unsupportedVersion, "this is not an OpenAPI description: it has no `openapi` field", at: root.place,
            help: "begin it with `openapi: 3.1.0`")
        return nil
    }
    guard let version = SpecificationVersion(field.text) else {
        diagnostics.error(
            .unsupportedVersion, "OpenAPI \(field.text) is not supported", at: field.place,
            help: "Apus reads OpenAPI 3.0, 3.1 and 3.2")
        return nil
    }
    return version
}
