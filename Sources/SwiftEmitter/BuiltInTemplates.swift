/// The templates that the tool carries, as `apus templates export` writes them, in alphabetical order.
public let builtInTemplates: [(name: String, text: String)] = [
    ("file.mustache", PackageResources.file_mustache),
].map { name, bytes in (name, String(decoding: bytes, as: UTF8.self)) }
