import ApusDiagnostics
import ApusYAMLSource
import Testing

struct PlaceTests {
    private func marked(_ node: Node?) -> String? {
        node.map { String(decoding: $0.file.bytes[$0.place.offset..<$0.place.offset + $0.place.length], as: UTF8.self) }
    }

    @Test func aScalarsPlaceIsItsText() {
        let root = parsed(
            "a: one two # c\n'b': \"x\\ty\"\nc: &d !!str value\ne: |\n  l1\n  l2\n\n\nf: [1, 2]\ng:\nh: 日本"
        ).root
        #expect(marked(root?["a"]) == "one two")
        #expect(marked(root?["b"]) == "\"x\\ty\"")
        #expect(marked(root?["c"]) == "value")
        #expect(marked(root?["e"]) == "|\n  l1\n  l2")
        #expect(marked(root?["f"]) == "[1, 2]")
        #expect(marked(root?["g"]) == "")
        #expect(marked(root?["h"]) == "日本")
        #expect(root?.entries.map { marked($0.keyNode) } == ["a", "'b'", "c", "e", "f", "g", "h"])
    }

    @Test func columnsCountCodePointsAndOffsetsCountBytes() {
        for prefix in ["", "\u{FEFF}"] {
            for newline in ["\n", "\r\n"] {
                let text = prefix + "é: 日本" + newline + "🙂: {x: é, y: z}" + newline
                let place = parsed(text).root?["🙂"]?["y"]?.place
                #expect(place?.line == 2)
                #expect(place?.column == 14)
                #expect(place?.offset == Array(text.utf8).lastIndex(of: UInt8(ascii: "z")))
                #expect(place?.length == 1)
            }
        }
    }

    @Test func placesFarIntoAFileWithLongCharacters() {
        let lines = (0..<2000).map { "k\($0): é日🙂 \($0)" }
        let root = parsed(lines.joined(separator: "\n")).root
        for number in stride(from: 0, to: 2000, by: 37) {
            let place = root?["k\(number)"]?.place
            #expect(place?.line == number + 1)
            #expect(place?.column == "k\(number): ".count + 1)
            #expect(marked(root?["k\(number)"]) == "é日🙂 \(number)")
        }
    }

    @Test func jsonHasPlacesToo() {
        let root = parsed("{\n  \"é\": [1, \"日\"]\n}", name: "a.json").root
        let place = root?["é"]?.elements.last?.place
        #expect(place == Place(file: "a.json", line: 2, column: 12, offset: 14, length: 5))
    }

    @Test func everyPointerResolvesToItsNode() {
        let text = "a/b: {c~d: [1, {e: 2}]}\n'': {'': 3}\nx: &x [7]\ny: *x"
        let root = parsed(text).root
        func check(_ node: Node) {
            #expect(root?.resolve(pointer: node.pointer) == node, "\(node.pointer)")
            for entry in node.entries { check(entry.value) }
            for element in node.elements { check(element) }
        }
        if let root { check(root) }
        #expect(root?.resolve(pointer: "/a~1b/c~0d/1/e")?.text == "2")
        #expect(root?.resolve(pointer: "/y/0")?.text == "7")
        for wrong in ["a", "/a~1b/c~0d/01", "/a~1b/c~0d/2", "/a~1b/c~0d/-", "/a~2b", "/x/99999999999999999999"] {
            #expect(root?.resolve(pointer: wrong) == nil)
        }
    }
}
