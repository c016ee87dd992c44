import APIModel
import Diagnostics

/// Turns an API into Swift: names, then view models, then templates.
///
/// The result is the same for the same input, whatever the machine. Every problem is reported to `diagnostics`;
/// the caller writes nothing while `diagnostics.hasErrors`.
public func emit(_ api: API, options: EmitterOptions, into diagnostics: inout Diagnostics) -> [GeneratedFile] {
    checkOptions(options, into: &diagnostics)
    return []
}
