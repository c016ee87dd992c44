import ApusRuntime

// Models in the form of generated code that use all features of tables.

/// A model with all states of presence.
struct Presences: ObjectModel {
    var required: String
    var nullable: Int?
    var optional: Double?
    var sent: Presence<Bool>
    var received: String?
    /// Required, with the default 100.
    var limit: Int {
        get { storedLimit ?? 100 }
        set { storedLimit = newValue }
    }
    private var storedLimit: Int?
    /// Required and nullable, with the default `x`.
    var label: String? {
        get { storedLabel.effective(default: "x") }
        set { storedLabel = Presence(nullable: newValue) }
    }
    private var storedLabel: Presence<String>
    var list: [Int?]?
    private var wire = WireState()

    init(
        required: String, nullable: Int?, optional: Double? = nil, sent: Presence<Bool> = .absent,
        received: String? = nil, limit: Int = 100, label: String? = "x", list: [Int?]? = nil
    ) {
        self.required = required
        self.nullable = nullable
        self.optional = optional
        self.sent = sent
        self.received = received
        self.storedLimit = limit
        self.storedLabel = Presence(nullable: label)
        self.list = list
    }

    var type: String { "presences" }

    static let table = ObjectTable(
        of: Self.self,
        """
        required type=="presences" version?==1 nullable~ optional? sent?~ received?~ limit? label?~
        "list of \\"all\\"/~"? ^
        """,
        [
            String.self, Int?.self, Double?.self, Presence<Bool>.self, String?.self, Int?.self, Presence<String>.self,
            [Int?]?.self,
        ],
        constraints: #"{"required":["limit","label"]}"#)
}

struct Leaf: ObjectModel {
    var name: String
    var value: Int?
    var unrecognizedMembers: [String: JSONValue] = [:]

    init(name: String, value: Int? = nil) {
        self.name = name
        self.value = value
    }

    static let table = ObjectTable(of: Self.self, "name value? !", [String.self, Int?.self, [String: JSONValue].self])
}

/// A recursive model.
struct Tree: ObjectModel {
    var id: Int
    @Indirect var left: Tree?
    @Indirect var right: Tree?
    var children: [Tree]?

    init(id: Int, left: Tree? = nil, right: Tree? = nil, children: [Tree]? = nil) {
        self.id = id
        self.left = left
        self.right = right
        self.children = children
    }

    static let table = ObjectTable(
        of: Self.self, "id left? right?~ children?",
        [Int.self, Indirect<Tree?>.self, Indirect<Tree?>.self, [Tree]?.self])
}

/// A model that keeps unknown members.
struct Keeping: ObjectModel {
    var name: String
    var others: [String: JSONValue]

    static let table = ObjectTable(of: Self.self, "name *", [String.self, [String: JSONValue].self])
}

struct TypedKeeping: ObjectModel {
    var first: Int8?
    var others: [String: Leaf]
    private var wire = WireState()

    init(first: Int8? = nil, others: [String: Leaf] = [:]) {
        self.first = first
        self.others = others
    }

    static let table = ObjectTable(of: Self.self, "first?~ * ^", [Int8?.self, [String: Leaf].self])
}

enum Color: String, ClosedEnum {
    case red
    case darkBlue = "dark-blue"
}

enum Level: Int, ClosedEnum {
    case low = 1
    case high = 10
}

enum Status: OpenEnum, ExpressibleByStringLiteral {
    case ok
    case failed
    case unrecognized(String)

    static let allCases: [Status] = [.ok, .failed]

    var rawValue: String {
        switch self {
        case .ok: "OK"
        case .failed: "FAILED"
        case .unrecognized(let rawValue): rawValue
        }
    }
}

enum Code: OpenEnum {
    case zero
    case unrecognized(Int)

    static let allCases: [Code] = [.zero]

    var rawValue: Int {
        switch self {
        case .zero: 0
        case .unrecognized(let rawValue): rawValue
        }
    }
}

struct Point: TupleModel {
    var x: Double
    var y: Double
    var label: String?
    var rest: [Bool]

    static let table = TupleTable(
        of: Self.self, [Double.self, Double.self, String?.self, [Bool].self], required: 2, otherElements: .kept)
}

struct Pair: TupleModel {
    var first: String
    var second: Leaf

    static let table = TupleTable(of: Self.self, [String.self, Leaf.self], otherElements: .refused)
}

/// Scalars of all sizes in an order that requires padding.
struct Scalars: ObjectModel {
    var a: Int8
    var b: UInt64
    var c: UInt16
    var d: Bool
    var e: Float
    var f: UInt8?
    var g: Int32
    var h: JSONNull
    var i: Int16?
    var j: Color
    var k: Level?
    var l: Status
    var m: Code
    var n: Point?
    var o: JSONValue?
    var p: Int64
    var q: Bool?
    var r: UInt32

    static let table = ObjectTable(
        of: Self.self, "a b c d e f? g h i? j k? l m n? o? p q? r",
        [
            Int8.self, UInt64.self, UInt16.self, Bool.self, Float.self, UInt8?.self, Int32.self, JSONNull.self,
            Int16?.self, Color.self, Level?.self, Status.self, Code.self, Point?.self, JSONValue?.self, Int64.self,
            Bool?.self, UInt32.self,
        ])
}
