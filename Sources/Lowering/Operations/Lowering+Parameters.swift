import APIModel
import Diagnostics
import OpenAPI
import YAMLSource

extension Lowering {
    /// The parameters of an operation, with those of its path that it does not replace.
    mutating func lowerParameters(
        of operation: OpenAPI.Operation, item: PathItem, id: String
    ) -> [APIModel.Parameter] {
        let own = operation.parameters
        let shared = item.parameters.filter { candidate in
            !own.contains { $0.name == candidate.name && $0.location == candidate.location }
        }
        return (shared + own).compactMap { lower($0, id: id) }
    }

    private mutating func lower(_ parameter: OpenAPI.Parameter, id: String) -> APIModel.Parameter? {
        reportUnread(in: parameter.node)
        guard let location = APIModel.Parameter.Location(rawValue: parameter.location) else {
            diagnostics.error(
                .unsupportedOperation, "parameters in `\(parameter.location)` are not supported",
                at: parameter.node.place)
            return nil
        }
        // OpenAPI: these header parameters "shall be ignored", since other parts of the description give them.
        if location == .header, ["accept", "content-type", "authorization"].contains(parameter.name.lowercased()) {
            return nil
        }
        let content = parameter.content.first
        guard let schema = parameter.schema ?? content?.object.schema else { return nil }
        let path = NamePath([id, parameter.name])
        let whole = Conjunction([schema], in: document)
        let style = parameter.style.flatMap(APIModel.Parameter.Style.init(rawValue:)) ?? Self.defaultStyle(location)
        return APIModel.Parameter(
            name: parameter.name, explicitName: parameter.specificationExtension("x-apus-name")?.string,
            location: location, style: style, explode: parameter.explode ?? (style == .form || style == .cookie),
            allowReserved: parameter.allowsReserved, isRequired: parameter.isRequired || location == .path,
            isDeprecated: parameter.isDeprecated, documentation: parameter.description,
            type: typeUse([schema], path: path),
            defaultValue: defaultValue(of: whole, constant: nil), contentType: content?.name,
            origin: origin(of: parameter.node))
    }

    private static func defaultStyle(_ location: APIModel.Parameter.Location) -> APIModel.Parameter.Style {
        switch location {
        case .path, .header: .simple
        case .query, .cookie: .form
        }
    }
}
