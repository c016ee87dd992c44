import Foundation
import Testing

@Suite struct OverlayTests {
    private static func overlay(_ actions: String) -> String {
        "overlay: 1.0.0\ninfo: {title: Ours, version: '1'}\nactions:\n" + actions
    }

    @Test func `overlays of the configuration and then of the command line are applied`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Descriptions.pets)
        try folder.write("apus.yaml", Descriptions.configuration + "overlays: [over/first.yaml]\n")
        try folder.write(
            "over/first.yaml",
            Self.overlay("  - {target: $.components.schemas.Toy.properties, update: {shape: {type: string}}}\n"))
        try folder.write(
            "second.yaml",
            Self.overlay("  - {target: $.components.schemas.Toy.properties.shape, update: {type: integer}}\n"))
        let one = try await Tool.run("generate", in: folder.url)
        #expect(one.status == 0, "\(one.errors)")
        #expect(try folder.text(of: "Generated/Models/Pet.swift").contains("var shape: String?"))
        let two = try await Tool.run("generate", "--overlay", "second.yaml", in: folder.url)
        #expect(two.status == 0, "\(two.errors)")
        #expect(try folder.text(of: "Generated/Models/Pet.swift").contains("var shape: Int?"))
    }

    @Test func `what an overlay breaks is shown in the overlay`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Descriptions.pets)
        try folder.write(
            "over.yaml",
            Self.overlay("  - target: $.components.schemas.Toy\n    update:\n      properties: {size: {type: huge}}\n"))
        let broken = try await Tool.run(
            "lint", "openapi.yaml", "--overlay", "over.yaml", "--diagnostics", "text", in: folder.url)
        #expect(broken.status == 3)
        #expect(broken.errors.contains("--> over.yaml:6:"), "\(broken.errors)")
        #expect(broken.errors.contains("properties: {size: {type: huge}}"))

        try folder.write("over.yaml", Self.overlay("  - {target: \"$.paths['/pet']\", remove: true}\n"))
        let stale = try await Tool.run(
            "lint", "openapi.yaml", "--overlay", "over.yaml", "--diagnostics", "line", in: folder.url)
        #expect(stale.status == 1)
        #expect(stale.errors.hasPrefix("over.yaml:4:14: warning:"), "\(stale.errors)")

        #expect(try await Tool.run("lint", "openapi.yaml", "--overlay", "none.yaml", in: folder.url).status == 2)
    }
}
