import Foundation
import TestSupport
import Testing

/// Module names. SwiftPM rejects a build with two modules of the same name.
@Suite struct ModuleNameTests {
    @Test func `a module is named after its folder, and no other package is likely to have it`() throws {
        let sources = packageRoot.appendingPathComponent("Sources")
        let manifest = String(
            decoding: try bytes(of: packageRoot.appendingPathComponent("Package.swift")), as: UTF8.self)
        var modules: [String] = []
        for group in try folders(in: sources) {
            for folder in try folders(in: sources.appendingPathComponent(group)) {
                let name = folder.hasPrefix("apus") ? folder : "Apus" + folder
                modules.append(name)
                #expect(manifest.contains("name: \"\(name)\""), "\(name)")
                #expect(manifest.contains("path: \"Sources/\(group)/\(folder)\""), "\(group)/\(folder)")
            }
        }
        #expect(modules.contains("ApusRuntime"))
    }

    private func folders(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            var isFolder: ObjCBool = false
            let path = folder.appendingPathComponent($0).path
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
        }
    }
}
