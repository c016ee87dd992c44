import HTTPTypes

extension HTTPFields {
    /// Returns the value that the subscript returns, but joins no texts if the field occurs once, as most do.
    package func value(of name: HTTPField.Name) -> String? {
        var value: String?
        for field in self where field.name == name {
            if value != nil { return self[name] }
            value = field.value
        }
        return value
    }
}
