import ApusDiagnostics
import ApusYAMLSource
import Testing

struct HostileInputTests {
    @Test func billionLaughsAreRefusedInLinearTime() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...60 {
            text +=
                "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
                + "]\n"
        }
        #expect(codes(text) == ["E0132"])
    }

    @Test func billionLaughsByMergeKeysAreRefused() {
        var text = "a0: &a0 {k: &k {x: 1}}\n"
        for level in 1...40 {
            text += "a\(level): &a\(level) {p: *a\(level - 1), q: *a\(level - 1), <<: *a\(level - 1)}\n"
        }
        #expect(codes(text) == ["E0132"])
    }

    @Test(arguments: ["test.yaml", "test.json"])
    func depthIsLimited(name: String) {
        let deep = String(repeating: "[", count: 100_000)
        #expect(codes(deep, name: name) == ["E0131"])
        let limits = Limits(maximumBytes: 100, maximumDepth: 3, maximumNodes: 100)
        #expect(codes("[[[1]]]", name: name, limits: limits) == [])
        #expect(codes("[[[[1]]]]", name: name, limits: limits) == ["E0131"])
    }

    @Test(arguments: ["test.yaml", "test.json"])
    func sizeIsLimited(name: String) {
        let limits = Limits(maximumBytes: 8, maximumDepth: 8, maximumNodes: 3)
        #expect(codes("[1, 2, 3]", name: name, limits: limits) == ["E0130"])
        #expect(codes("[1,2,3]", name: name, limits: limits) == ["E0132"])
        #expect(codes("[1,2]", name: name, limits: limits) == [])
    }

    @Test func bytesThatAreNotUTF8AreLocated() {
        for name in ["test.yaml", "test.json"] {
            let text = Array("{\"é\":\n \"".utf8) + [0xE9] + Array("\"}".utf8)
            let diagnostics = parsed(text, name: name).diagnostics
            #expect(diagnostics.all.map(\.code) == [.notUTF8])
            #expect(diagnostics.all.first?.place?.line == 2)
            #expect(diagnostics.all.first?.place?.offset == 9)
        }
        #expect(parsed([0xFF, 0xFE, 0x61, 0x00]).diagnostics.all.map(\.code) == [.unsupportedEncoding])
        #expect(parsed([0x00, 0x61]).diagnostics.all.map(\.code) == [.unsupportedEncoding])
        #expect(parsed(Array("a: \u{1}".utf8)).diagnostics.all.map(\.code) == [.controlCharacter])
    }

    @Test(arguments: ["", "# nothing\n", "\u{FEFF}"])
    func emptyFilesAreErrors(text: String) {
        #expect(codes(text) == ["E0113"])
    }

    /// Arbitrary bytes result in a tree or in an error with a place within the file, without a crash or hang.
    @Test(arguments: ["test.yaml", "test.json"])
    func randomBytesAreReadOrRefused(name: String) {
        var random = SplitMix(seed: 7)
        let alphabet =
            Array("{}[]:,-?&*!|>'\"%@`# \t\n\\<~0123456789.eEabnu\u{E9}\u{1F642}".utf8) + [0, 0xFF, 0xED, 0xA0]
        for _ in 0..<3000 {
            let bytes = (0..<Int.random(in: 0..<60, using: &random)).map { _ in alphabet.randomElement(using: &random)!
            }
            check(bytes, name: name)
        }
    }

    @Test(arguments: ["test.yaml", "test.json"])
    func damagedDocumentsAreReadOrRefused(name: String) {
        let yaml = "a: &a {b: [1, 'x'], \"c\": *d}\nd: &d |\n  text é\n<<: *a\ne: !!int 3\n? [k]\n: v\n- 日\n"
        let json = "{\"a\": [1, -2.5e3, \"\\u00e9\\ud83d\\ude42日\", null], \"b\": {\"c\": true}}"
        let original = Array((name.hasSuffix("json") ? json : yaml).utf8)
        var random = SplitMix(seed: 11)
        for _ in 0..<3000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
                let position = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes.remove(at: position)
                case 1: bytes.insert(bytes.randomElement(using: &random)!, at: position)
                case 2: bytes[position] = UInt8.random(in: 0...255, using: &random)
                default: bytes.removeSubrange(position...)
                }
            }
            check(bytes, name: name)
        }
    }

    private func check(_ bytes: [UInt8], name: String) {
        let (root, diagnostics) = parsed(bytes, name: name)
        #expect(root != nil || diagnostics.hasErrors)
        for diagnostic in diagnostics.all {
            guard let place = diagnostic.place else { continue }
            #expect(place.offset >= 0 && place.offset + place.length <= bytes.count, "\(bytes)")
            _ = diagnostic.text { _ in bytes }
        }
        if let root { visit(root) }
    }

    private func visit(_ node: Node) {
        let place = node.place
        #expect(place.offset + place.length <= node.file.bytes.count)
        _ = node.text
        _ = node.pointer
        for entry in node.entries {
            #expect(node[entry.key] == entry.value)
            visit(entry.value)
        }
        node.elements.forEach(visit)
    }
}

/// A generator with a seed, so that failures are reproducible.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
