import ApusRuntime
import Foundation
import TestSupport
import Testing

/// Truncated or changed text results in a value or an error, without leaking memory.
@Suite(.serialized) struct HostileTextTests {
    static let texts = [
        #"{"a":{"name":"x"},"list":[{"name":"y","n":1},{"name":"z"}],"map":{"k":{"name":"m"}},"shape":{"side":4,"kind":"square"},"o":{"p":"q"},"tuple":[1,2,"t",true],"pet":{"name":"p","bark":2},"tree":{"id":1,"left":{"id":2},"children":[{"id":3}]},"mixed":[1,{"and":[1,null,"\u00e9\ud83d\ude00"]}],"extra":[{}]}"#
    ]

    @Test func truncation() throws {
        for text in Self.texts {
            let bytes = Array(text.utf8)
            let before = Counted.live
            _ = try JSON.decode(Everything.self, from: bytes)
            for length in 0..<bytes.count {
                #expect(throws: JSONError.self) { try JSON.decode(Everything.self, from: Array(bytes[..<length])) }
            }
            #expect(Counted.live == before)
        }
    }

    @Test func mutation() throws {
        var generator = SeededGenerator(seed: 7)
        let interesting = Array("{}[]\",:\\0129-+.eEtfnu \n\u{0}\u{FF}é".utf8) + [0x80, 0xFF, 0xC0, 0xED]
        let before = Counted.live
        var accepted = 0
        for _ in 0..<30_000 {
            var bytes = Array(Self.texts.randomElement(using: &generator)!.utf8)
            for _ in 0...Int.random(in: 0...2, using: &generator) {
                let index = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0...3, using: &generator) {
                case 0: bytes[index] = interesting.randomElement(using: &generator)!
                case 1: bytes.insert(interesting.randomElement(using: &generator)!, at: index)
                case 2: bytes.remove(at: index)
                default:
                    let end = Int.random(in: index..<bytes.count, using: &generator)
                    bytes.insert(contentsOf: bytes[index...end], at: Int.random(in: 0..<bytes.count, using: &generator))
                }
            }
            if let value = try? JSON.decode(Everything.self, from: bytes) {
                accepted += 1
                #expect(try JSON.decode(Everything.self, from: JSON.encode(value)) == value)
            }
        }
        #expect(accepted > 1000)
        #expect(Counted.live == before)
    }

    @Test func membersInAnyOrder() throws {
        var generator = SeededGenerator(seed: 3)
        let text = Self.texts[0]
        let value = try decoded(Everything.self, text)
        let members = try #require(try decoded(JSONValue.self, text).object)
        for _ in 0..<200 {
            let shuffled = JSONObject(members.shuffled(using: &generator).map { ($0.name, $0.value) })
            #expect(try JSONValue.object(shuffled).decode(as: Everything.self) == value)
        }
    }

    /// Nested overlapping unions must not take exponential time.
    @Test(.timeLimit(.minutes(1))) func nestedTrials() {
        let text = String(repeating: #"{"name":"a","next":"#, count: 200) + "1" + String(repeating: "}", count: 200)
        #expect(throws: JSONError.self) { try decoded(Maze.self, text) }
    }
}

/// A string that counts its instances.
final class Counted: JSONScalar {
    private static let lock = NSLock()
    nonisolated(unsafe) private static var count = 0
    static var live: Int { lock.withLock { count } }

    let text: String

    init(_ text: String) {
        self.text = text
        Self.lock.withLock { Self.count += 1 }
    }

    deinit { Self.lock.withLock { Self.count -= 1 } }

    convenience init(json reader: inout JSONReader) throws(JSONError) { self.init(try reader.readString()) }
    func write(json writer: inout JSONWriter) throws(JSONError) { writer.write(text) }

    convenience init(from decoder: any Decoder) throws { self.init(try String(from: decoder)) }
    func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }

    static func == (left: Counted, right: Counted) -> Bool { left.text == right.text }
    func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

struct CountedLeaf: ObjectModel {
    var name: Counted
    var n: Int?

    static let table = ObjectTable(of: Self.self, "name n?", [Counted.self, Int?.self])
}

struct Everything: ObjectModel {
    var a: CountedLeaf
    var list: [CountedLeaf]
    var map: [String: CountedLeaf]
    var shape: Shape?
    @Indirect var o: [String: Counted]?
    var tuple: Point
    var pet: Pet
    var tree: Tree
    var mixed: Mixed
    var presence: Presence<Counted>
    var others: [String: JSONValue]

    static let table = ObjectTable(
        of: Self.self, "a list map shape? o? tuple pet tree mixed presence?~ *",
        [
            CountedLeaf.self, [CountedLeaf].self, [String: CountedLeaf].self, Shape?.self,
            Indirect<[String: Counted]?>.self, Point.self, Pet.self, Tree.self, Mixed.self, Presence<Counted>.self,
            [String: JSONValue].self,
        ])
}

struct FirstPath: ObjectModel {
    var name: String
    var next: Maze

    static let table = ObjectTable(of: Self.self, "name next", [String.self, Maze.self])
}

struct SecondPath: ObjectModel {
    var next: Maze
    var name: String?

    static let table = ObjectTable(of: Self.self, "next name?", [Maze.self, String?.self])
}

indirect enum Maze: UnionModel {
    case first(FirstPath)
    case second(SecondPath)

    static let unionTable = UnionTable(
        of: Self.self, "first second", #"{"try":["first","second"]}"#, [FirstPath.self, SecondPath.self])

    init(variant: Int, from reader: inout JSONReader) throws(JSONError) {
        switch variant {
        case 0: self = .first(try reader.decode())
        default: self = .second(try reader.decode())
        }
    }

    func visit(_ visitor: inout some VariantVisitor) {
        switch self {
        case .first(let value): visitor.visit(value, variant: 0)
        case .second(let value): visitor.visit(value, variant: 1)
        }
    }
}
