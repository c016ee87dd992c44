import Foundation
import Testing

/// Tests of what the build plugin finds in a target's folder. A test cannot depend on a plugin, so this target contains
/// links to the plugin's files.
@Suite struct TargetDescriptionsTests {
    private func found(_ files: [String: String]) throws -> (TargetDescriptions, root: URL) {
        let root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "apus-\(UUID().uuidString)")
        for (name, text) in files {
            let file = root.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        defer { try? FileManager.default.removeItem(at: root) }
        return (try TargetDescriptions(in: root.appending(path: "App"), of: "App"), root)
    }

    private func inputs(_ files: [String: String]) throws -> Set<String> {
        let (found, root) = try found(files)
        return Set(
            found.inputs.map { String($0.standardizedFileURL.path.dropFirst(root.standardizedFileURL.path.count + 1)) })
    }

    @Test(arguments: ["openapi.yaml", "openapi.yml", "openapi.json", "apus.yaml", "apus.yml"])
    func `a description in the target's folder has no prefix`(_ name: String) throws {
        let (found, root) = try found(["App/\(name)": "{}"])
        #expect(found.apis.map(\.prefix) == [""])
        let outputs = found.apis[0].outputs(in: root)
        #expect(outputs.folder.lastPathComponent == "Generated")
        #expect(outputs.files.count == 17)
        #expect(outputs.files[3].lastPathComponent == "Models03.swift")
        #expect(outputs.files[16].lastPathComponent == "Client.swift")
    }

    @Test func `each folder with a configuration is an API of its own`() throws {
        let (found, root) = try found([
            "App/apus.yaml": "input: a.yaml\nshards: 3",
            "App/pet-store/apus.yaml": "input: b.yaml\n\"shards\": 2  # two",
            "App/v2/zoo/apus.yml": "prefix: 'Zoo2'\n", "App/other/openapi.yaml": "", "App/9/apus.yaml": "shards: many",
            "App/plain/apus.yaml": "names: {}\nparts:\n  prefix: no\n",
        ])
        #expect(found.apis.map(\.prefix).sorted() == ["", "API9", "PetStore", "Plain", "Zoo2"])
        #expect(found.apis.map(\.shards).sorted() == [2, 3, 16, 16, 16])
        let files = found.apis.flatMap { $0.outputs(in: root).files.map(\.lastPathComponent) }
        #expect(Set(files).count == files.count)
    }

    @Test func `APIs with the same prefix are refused`() throws {
        for (configurations, reason) in [
            (["App/a/shop/apus.yaml": "", "App/b/Shop/apus.yaml": ""], "have the prefix"),
            (["App/apus.yaml": "", "App/shop/apus.yaml": "prefix: none"], "have no prefix"),
        ] {
            do {
                _ = try found(configurations)
                Issue.record("accepted: \(configurations.keys)")
            } catch let error as EqualPrefixes {
                #expect(error.description.contains("would generate the same names, because both \(reason)"))
                for name in configurations.keys { #expect(error.description.contains("/" + name)) }
            }
        }
    }

    @Test func `a target without a description is refused`() throws {
        #expect(throws: MissingDescription.self) { try found(["App/main.swift": "", "App/sub/openapi.yaml": ""]) }
    }

    @Test func `all that a configuration names is watched`() throws {
        let inputs = try inputs([
            "App/apus.yaml": """
            # input: no.yaml
            'input': ../spec/api.yaml
            overlays:
              - ../spec/first.yaml
            - "../spec/second.yaml"
            urls: {https://example.com/: ../vendor}
            templates: ../templates
            output: ../out
            """,
            "spec/api.yaml": "", "spec/first.yaml": "", "spec/second.yaml": "", "spec/no.yaml": "", "no.yaml": "",
            "vendor/deep/schema.json": "", "templates/object.mustache": "", "out/a.yaml": "",
        ])
        #expect(
            inputs == [
                "App/apus.yaml", "spec/api.yaml", "spec/first.yaml", "spec/second.yaml", "vendor/deep/schema.json",
                "templates/object.mustache",
            ])
    }

    @Test func `all that a description refers to is watched, in whatever form`() throws {
        let inputs = try inputs([
            "App/openapi.yaml": """
            a: {$ref: ../s/flow.yaml#/A}
            b: {"$ref":"../s/quoted.yaml"}
            c:
              '$ref' : '../s/with space.yaml'
            d: { $ref: "../s/without-extension" }
            e: {$ref: ../s/per%20cent.yaml}
            discriminator: {mapping: {cat: ../s/mapped.yaml, dog: '../s/dog.json#/Dog'}}
            f: {$ref: https://example.com/s/remote.yaml}
            g: {$ref: '#/components/schemas/A'}
            """,
            "s/flow.yaml": "x: {$ref: deep/next.yml}", "s/quoted.yaml": "", "s/with space.yaml": "",
            "s/without-extension": "", "s/per cent.yaml": "", "s/mapped.yaml": "", "s/dog.json": "",
            "s/deep/next.yml": "",
            "s/unused.yaml": "",
        ])
        #expect(
            inputs == [
                "App/openapi.yaml", "s/flow.yaml", "s/quoted.yaml", "s/with space.yaml", "s/without-extension",
                "s/per cent.yaml", "s/mapped.yaml", "s/dog.json", "s/deep/next.yml",
            ])
    }
}
