import ApusAPIModel
import ApusDiagnostics
import ApusLowering
import ApusOpenAPI
import ApusYAMLSource
import Foundation

/// Loads files below a folder.
struct FolderLoader: SourceLoader {
    var folder: String

    func load(_ path: String) throws(SourceLoadingError) -> SourceFile {
        guard let data = FileManager.default.contents(atPath: folder + "/" + path) else { throw .missing }
        return SourceFile(path: path, bytes: [UInt8](data))
    }
}

/// Reads and lowers a description.
func lowered(
    _ file: SourceFile, in folder: String, options: LoweringOptions = LoweringOptions()
) -> (api: API?, diagnostics: Diagnostics) {
    var diagnostics = Diagnostics()
    let document = read(file, loader: FolderLoader(folder: folder), into: &diagnostics)
    let api = document.map { lower($0, options: options, into: &diagnostics) }
    return (api, diagnostics)
}

extension Diagnostics {
    /// The diagnostics with their places, one block for each.
    var listing: String {
        all.map { diagnostic in
            var lines = [
                "\(diagnostic.place.map { "\($0.file):\($0.line):\($0.column): " } ?? "")"
                    + "\(diagnostic.severity.rawValue)[\(diagnostic.code.id)]: \(diagnostic.message)"
                    + (diagnostic.label.map { " (\($0))" } ?? "")
            ]
            for note in diagnostic.notes {
                lines.append("  note: \(note.message)" + (note.place.map { " [\($0.line):\($0.column)]" } ?? ""))
            }
            if let help = diagnostic.help { lines.append("  help: \(help)") }
            return lines.joined(separator: "\n") + "\n"
        }.joined()
    }
}
