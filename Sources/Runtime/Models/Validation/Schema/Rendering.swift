/// Returns the JSON text of a value, shortened to 80 characters.
func rendering(_ value: JSONValue) -> String {
    guard let bytes = try? JSON.encode(value) else { return "a number that is not finite" }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.unicodeScalars.count <= 80
        ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(79))) + "…"
}
