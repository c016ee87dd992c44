import ApusTemplates

/// The templates that the tool carries, as `apus templates export` writes them, in alphabetical order.
public let builtInTemplates: [(name: String, text: String)] = (0..<apusTemplateCount()).map { position in
    let template = apusTemplate(position)
    return (String(cString: template.name), String(cString: template.text))
}
