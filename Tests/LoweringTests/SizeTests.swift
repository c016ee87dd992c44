import ApusDiagnostics
import ApusLowering
import ApusYAMLSource
import Testing

/// Chains of inheritance, whose lowered size is quadratic in that of their description.
@Suite struct SizeTests {
    private static let description: String = {
        var text = """
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                S0: { type: object, properties: { p0: { type: string } } }

            """
        for number in 1..<40 {
            text +=
                "    S\(number): { allOf: [{ $ref: '#/components/schemas/S\(number - 1)' }], "
                + "type: object, properties: { p\(number): { type: string } } }\n"
        }
        return text
    }()

    @Test(arguments: [false, true]) func `types that say too much are an error, in lenient runs too`(_ isLenient: Bool)
    {
        let file = SourceFile(path: "openapi.yaml", bytes: Array(Self.description.utf8))
        // 820 members of 512 bytes each, plus 20 bytes of text.
        let enough = LoweringOptions(isLenient: isLenient, maximumSize: 820 * (512 + 20))
        #expect(lowered(file, in: "", options: enough).diagnostics.all.isEmpty)
        let tooLittle = LoweringOptions(isLenient: isLenient, maximumSize: 800 * 512)
        let problems = lowered(file, in: "", options: tooLittle).diagnostics.all
        #expect(problems.map(\.code.id) == ["E0313"])
        #expect(problems.allSatisfy { $0.severity == .error && $0.place != nil })
    }
}
