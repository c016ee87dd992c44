/// How a parameter's value is spelled in a request (OpenAPI's `style`).
///
/// Where RFC 6570 has an operator for a style, the result is that of the template beside it (with `*` if
/// exploded):
///
/// | style | in | RFC 6570 |
/// | --- | --- | --- |
/// | `simple` | path | `{name}` |
/// | `label` | path | `{.name}` |
/// | `matrix` | path | `{;name}` |
/// | `form` | query | `{?name}`, `{&name}` after the first |
///
/// `spaceDelimited`, `pipeDelimited` and `deepObject` have none: the first two are `form` with another delimiter, and
/// `deepObject` writes `name[member]=value`. Header fields and `cookie` are not percent-encoded.
///
/// OpenAPI defines no spelling for arrays and objects within others. They are written as JSON, and in `deepObject` with
/// more brackets: `name[a][b]=value`, `name[list]=1&name[list]=2`, and `name[0][a]=value` for objects in an array.
public enum ParameterStyle: String, Hashable, Sendable {
    case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject, cookie
}

/// Why a parameter could not be put on a request.
public enum ParameterError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The value would leave an empty, `.` or `..` path segment, which leads to another resource.
    case changesPath(name: String)
    /// A path parameter without a value.
    case missing(name: String)
    /// OpenAPI does not define the style for this kind of value.
    case unsupported(name: String, style: ParameterStyle)
    /// A form's value is not an object, so its fields have no names.
    case notAnObject
    /// The name or the value has characters that a header field cannot hold, such as a line break.
    case invalidHeaderField(name: String)

    public var description: String {
        switch self {
        case .changesPath(let name): "the value of the path parameter `\(name)` would lead to another path"
        case .missing(let name): "the path parameter `\(name)` has no value"
        case .unsupported(let name, let style): "the parameter `\(name)` cannot be spelled in style `\(style.rawValue)`"
        case .notAnObject: "only an object can be a form"
        case .invalidHeaderField(let name): "the header field `\(name)` has characters that a field cannot hold"
        }
    }
}
