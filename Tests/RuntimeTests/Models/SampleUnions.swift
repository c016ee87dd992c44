import ApusRuntime

struct Circle: ObjectModel {
    var radius: Double

    static let table = ObjectTable(of: Self.self, #"kind=="circle" radius"#, [Double.self])
}

struct Square: ObjectModel {
    var side: Int

    static let table = ObjectTable(of: Self.self, #"kind=="square" side"#, [Int.self])
}

/// An open union that is discriminated by a member's value.
enum Shape: UnionModel {
    indirect case circle(Circle)
    indirect case square(Square)
    case unrecognized(JSONValue)

    static let unionTable = UnionTable(
        of: Self.self, "circle square", #"{"property":"kind","values":[["circle","circle"],["square","square"]]}"#,
        [Circle.self, Square.self], isOpen: true)

    init(variant: Int, from reader: inout JSONReader) throws(JSONError) {
        switch variant {
        case 0: self = .circle(try reader.decode())
        case 1: self = .square(try reader.decode())
        default: self = .unrecognized(try reader.decode())
        }
    }

    func visit(_ visitor: inout some VariantVisitor) {
        switch self {
        case .circle(let value): visitor.visit(value, variant: 0)
        case .square(let value): visitor.visit(value, variant: 1)
        case .unrecognized(let value): visitor.visit(value, variant: 2)
        }
    }
}

/// Nested lists of numbers with nulls, discriminated by the first element that identifies a variant.
enum Grid: UnionModel {
    case list([Double?])
    case table([[Double?]?])
    case cube([[[Double]?]?])

    static let unionTable = UnionTable(
        of: Self.self, "list table cube",
        """
        {"kinds": {"array": {"element": {"kinds": {"number": "list",
          "array": {"element": {"kinds": {"number": "table", "array": "cube"}}, "empty": "table"}}}, "empty": "list"}}}
        """,
        [[Double?].self, [[Double?]?].self, [[[Double]?]?].self])

    init(variant: Int, from reader: inout JSONReader) throws(JSONError) {
        switch variant {
        case 0: self = .list(try reader.decode())
        case 1: self = .table(try reader.decode())
        default: self = .cube(try reader.decode())
        }
    }

    func visit(_ visitor: inout some VariantVisitor) {
        switch self {
        case .list(let value): visitor.visit(value, variant: 0)
        case .table(let value): visitor.visit(value, variant: 1)
        case .cube(let value): visitor.visit(value, variant: 2)
        }
    }
}

/// A recursive union discriminated by JSON type, by the first element of an array, by the presence of members, and by
/// trial.
enum Mixed: UnionModel {
    case text(String)
    case number(Double)
    case count(Int)
    case null(JSONNull)
    case texts([String])
    case mixed([Mixed])
    indirect case filter(Filter)
    indirect case leaf(Leaf)
    indirect case tree(Tree)

    static let unionTable = UnionTable(
        of: Self.self, "text number count null texts mixed filter leaf tree",
        """
        {"kinds": {"string": "text", "number": "number", "integer": "count", "null": "null",
          "array": {"element": {"kinds": {"string": "texts", "object": "mixed", "array": "mixed", "number": "mixed",
            "null": "mixed"}}, "empty": "texts"},
          "object": {"keys": [["and", "filter"]], "otherwise": {"try": ["leaf", "tree"]}}}}
        """,
        [
            String.self, Double.self, Int.self, JSONNull.self, [String].self, [Mixed].self, Filter.self, Leaf.self,
            Tree.self,
        ])

    init(variant: Int, from reader: inout JSONReader) throws(JSONError) {
        switch variant {
        case 0: self = .text(try reader.decode())
        case 1: self = .number(try reader.decode())
        case 2: self = .count(try reader.decode())
        case 3: self = .null(try reader.decode())
        case 4: self = .texts(try reader.decode())
        case 5: self = .mixed(try reader.decode())
        case 6: self = .filter(try reader.decode())
        case 7: self = .leaf(try reader.decode())
        default: self = .tree(try reader.decode())
        }
    }

    func visit(_ visitor: inout some VariantVisitor) {
        switch self {
        case .text(let value): visitor.visit(value, variant: 0)
        case .number(let value): visitor.visit(value, variant: 1)
        case .count(let value): visitor.visit(value, variant: 2)
        case .null(let value): visitor.visit(value, variant: 3)
        case .texts(let value): visitor.visit(value, variant: 4)
        case .mixed(let value): visitor.visit(value, variant: 5)
        case .filter(let value): visitor.visit(value, variant: 6)
        case .leaf(let value): visitor.visit(value, variant: 7)
        case .tree(let value): visitor.visit(value, variant: 8)
        }
    }
}

struct Filter: ObjectModel {
    var and: [Mixed]
    var shape: Shape?

    static let table = ObjectTable(of: Self.self, "and shape?", [[Mixed].self, Shape?.self])
}

struct Dog: ObjectModel {
    var name: String
    var bark: Int?

    static let table = ObjectTable(of: Self.self, "name bark?", [String.self, Int?.self])
}

struct Cat: ObjectModel {
    var name: String

    static let table = ObjectTable(of: Self.self, "name", [String.self])
}

/// An overlapping union: a dog is a valid cat, but decoding it as one would lose a member.
indirect enum Pet: UnionModel {
    case cat(Cat)
    case dog(Dog)

    static let unionTable = UnionTable(of: Self.self, "cat dog", #"{"try":["cat","dog"]}"#, [Cat.self, Dog.self])

    init(variant: Int, from reader: inout JSONReader) throws(JSONError) {
        switch variant {
        case 0: self = .cat(try reader.decode())
        default: self = .dog(try reader.decode())
        }
    }

    func visit(_ visitor: inout some VariantVisitor) {
        switch self {
        case .cat(let value): visitor.visit(value, variant: 0)
        case .dog(let value): visitor.visit(value, variant: 1)
        }
    }
}

/// A union whose variants have members in common, at different offsets.
enum Vehicle: UnionModel {
    case car(Car)
    indirect case bike(Bike)
    case unrecognized(JSONValue)

    static let unionTable = UnionTable(
        of: Self.self, "car bike", #"{"property":"kind","values":[["car","car"],["bike","bike"]]}"#,
        [Car.self, Bike.self], isOpen: true)

    init(variant: Int, from reader: inout JSONReader) throws(JSONError) {
        switch variant {
        case 0: self = .car(try reader.decode())
        case 1: self = .bike(try reader.decode())
        default: self = .unrecognized(try reader.decode())
        }
    }

    func visit(_ visitor: inout some VariantVisitor) {
        switch self {
        case .car(let value): visitor.visit(value, variant: 0)
        case .bike(let value): visitor.visit(value, variant: 1)
        case .unrecognized(let value): visitor.visit(value, variant: 2)
        }
    }
}

struct Car: ObjectModel {
    var name: String
    var age: Int?
    var note: Presence<String>
    var wheels: Int

    static let table = ObjectTable(
        of: Self.self, #"kind=="car" name age? note?~ wheels"#,
        [String.self, Int?.self, Presence<String>.self, Int.self])
}

struct Bike: ObjectModel {
    var age: Int?
    var name: String
    var note: Presence<String>
    var wheels: Int?

    static let table = ObjectTable(
        of: Self.self, #"kind=="bike" age? name note?~ wheels?"#,
        [Int?.self, String.self, Presence<String>.self, Int?.self])
}
