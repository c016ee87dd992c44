/// The style in which a parameter's value is serialized (OpenAPI's `style`).
///
/// Some styles are operators of RFC 6570, with `*` if `explode` is true:
///
/// | style | in | RFC 6570 |
/// | --- | --- | --- |
/// | `simple` | path | `{name}` |
/// | `label` | path | `{.name}` |
/// | `matrix` | path | `{;name}` |
/// | `form` | query | `{?name}`, `{&name}` after the first |
///
/// `spaceDelimited` and `pipeDelimited` are `form` with another delimiter. `deepObject` writes `name[member]=value`.
/// Header fields and style `cookie` are not percent-encoded.
///
/// OpenAPI does not define nested arrays and objects. They are written as JSON, or in `deepObject` with more brackets:
/// `name[a][b]=value`, `name[list]=1&name[list]=2`, and `name[0][a]=value` for objects in an array. An array of scalars
/// in an exploded object is written as repeated names: `list=1&list=2`.
public enum ParameterStyle: String, Hashable, Sendable {
    case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject, cookie
}

/// The reason why a parameter cannot be added to a request.
public enum ParameterError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The value would make a path segment empty, `.` or `..`, and so lead to another resource.
    case changesPath(name: String)
    /// A path parameter has no value.
    case missing(name: String)
    /// OpenAPI does not define the style for this kind of parameter.
    case unsupported(name: String, style: ParameterStyle)
    /// The value of a form is not an object, so its fields have no names.
    case notAnObject
    /// The name or the value has characters that a header field cannot contain, such as a line break.
    case invalidHeaderField(name: String)

    public var description: String {
        switch self {
        case .changesPath(let name): "the value of the path parameter `\(name)` would change the path of the request"
        case .missing(let name): "the path parameter `\(name)` has no value"
        case .unsupported(let name, let style):
            "the parameter `\(name)` cannot be written in the style `\(style.rawValue)`"
        case .notAnObject: "only an object can be written as a form"
        case .invalidHeaderField(let name):
            "the header field `\(name)` has characters that a header field cannot contain"
        }
    }
}
