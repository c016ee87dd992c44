import ApusAPIModel
import ApusSwiftEmitter
import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: Compiler.path != nil && Compiler.modules != nil, "needs swiftc and the built runtime"))
struct CompilationTests {
    /// Swift 5 and 6, and optional compiler settings.
    static let modes: [[String]] = [
        ["-swift-version", "6"],
        ["-swift-version", "5"],
        ["-swift-version", "6", "-default-isolation", "MainActor"],
        [
            "-swift-version", "5", "-default-isolation", "MainActor", "-enable-upcoming-feature", "ExistentialAny",
            "-enable-upcoming-feature", "InternalImportsByDefault", "-enable-upcoming-feature",
            "MemberImportVisibility",
        ],
        [
            "-swift-version", "6", "-enable-upcoming-feature", "ExistentialAny",
            "-enable-upcoming-feature", "InternalImportsByDefault", "-enable-upcoming-feature",
            "MemberImportVisibility",
        ],
    ]

    @Test(arguments: modes)
    func exampleCompilesWithoutWarnings(_ mode: [String]) async throws {
        for access in EmitterOptions.AccessLevel.allCases {
            for layout in [EmitterOptions.Layout.readable, .shards(3)] where access != .package || layout == .readable {
                let options = EmitterOptions(moduleName: "Example", access: access, layout: layout)
                let output = try await typeCheck(emitted(exampleAPI, options), mode)
                #expect(output == "", "\(access) \(layout)")
            }
        }
    }

    @Test(arguments: modes) func mediaTypesCompileWithoutWarnings(_ mode: [String]) async throws {
        let output = try await typeCheck(emitted(mediaTypeAPI), mode)
        #expect(output == "")
    }

    /// Models without a client need neither HTTP types nor the client module.
    @Test func modelsCompileWithoutHTTP() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("apus-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for module in ["ApusModels", "ApusFormat", "ApusByteText", "ApusECMARegex"] {
            let name = "\(module).swiftmodule"
            try FileManager.default.copyItem(
                at: Compiler.modules!.appendingPathComponent(name), to: folder.appendingPathComponent(name))
        }
        for layout in [EmitterOptions.Layout.readable, .shards(3)] {
            let options = EmitterOptions(moduleName: "Example", layout: layout, parts: [.models, .validation])
            let output = try await typeCheck(emitted(exampleAPI, options), Self.modes[0], modules: folder)
            #expect(output == "", "\(layout)")
        }
    }

    @Test func hostileNamesCompile() async throws {
        let output = try await typeCheck(emitted(hostileAPI), Self.modes[0])
        #expect(output == "")
    }
}

/// Returns the compiler's diagnostics for files that use the runtime.
func typeCheck(
    _ files: [GeneratedFile], _ mode: [String], modules: URL = Compiler.modules!
) async throws -> String {
    let texts = Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.contents) })
    return try await Compiler.run(
        [
            "-typecheck", "-module-name", "Example", "-package-name", "example", "-warnings-as-errors", "-I",
            modules.path,
        ]
            + mode, on: texts)
}
