import ApusExamples
import ApusModels

extension JSONCodable {
    /// Makes a value that meets all constraints of the API description.
    ///
    /// ```swift
    /// #Preview { SessionView(session: try! .example()) }
    ///
    /// @Test(arguments: 0..<200) func anySessionIsStored(seed: UInt64) throws {
    ///     let session = try Session.example(seed: seed)
    ///     try store.insert(session)
    ///     #expect(try store.session(id: session.id) == session)
    /// }
    /// ```
    ///
    /// A seed stands for one value, on all platforms, as long as neither the type nor the version of Apus changes. The
    /// value of seed 0 has all optional members down to a certain depth, for previews. The values of other seeds differ
    /// in their members, variants and lengths, for property tests. A value of a type that contains itself ends after a
    /// few levels.
    ///
    /// There are schemas without any valid value, and values that are valid only by a rare coincidence, such as a rule
    /// that one text is the reverse of another. Both depend on the description, not on the caller, so the call throws:
    /// a test then fails with the reason and others go on. In a preview, `try!` stops with the same sentence.
    ///
    /// - Throws: `ExampleError`, if no valid value is found in some hundred attempts.
    public static func example(seed: UInt64 = 0) throws(ExampleError) -> Self {
        let type = TypeSchemaCache.shared.schemas(of: Self.self)
        var search = ExampleSearch(type.schemas, random: SeededGenerator(seed: seed, for: "\(Self.self)"))
        let styles: [ExampleStyle] = seed == 0 ? [.complete, .random] : [.random]
        let made = search.make(type.root, styles: styles, tries: 400, violations: Self.violations)
        guard let made, made.violations.isEmpty, let value = try? made.value.decode(as: Self.self) else {
            throw ExampleError(
                type: "\(Self.self)", pointer: made?.violations.first?.pointer ?? search.obstacle ?? "",
                violations: made?.violations ?? [])
        }
        return value
    }

    /// Returns the violations of a value, or the reason why it is not of this type.
    private static func violations(of json: JSONValue) -> [Violation] {
        do throws(JSONError) {
            return try json.decode(as: Self.self).violations()
        } catch {
            return [
                Violation(
                    pointer: error.pointer, keyword: "type", schemaPointer: "#/\(Self.self)",
                    message: "cannot be decoded: \(error)", value: "")
            ]
        }
    }
}
