import ApusTemplates

/// The templates that the tool carries, as `apus templates export` writes them, in alphabetical order.
public let builtInTemplates: [(name: String, text: String)] = (0..<apusTemplateCount()).map { position in
    let template = apusTemplate(position)
    let text = UnsafeBufferPointer(start: template.text, count: template.count)
    return (String(cString: template.name), String(decoding: text, as: UTF8.self))
}
