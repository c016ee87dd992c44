/// A regular expression compiled to instructions for the matchers.
struct PatternProgram: Sendable {
    enum Instruction: Sendable {
        /// Consumes one code point of the set with this index.
        case take(Int, isBackward: Bool)
        /// Consumes as many code points of a set as the counts allow.
        case run(Int, minimum: Int, maximum: Int, isGreedy: Bool, isBackward: Bool)
        /// Continues at the first instruction, or at the second if that fails.
        case split(Int, Int)
        case jump(Int)
        case assertion(PatternNode.Assertion)
        /// Runs the following body, which ends with `match`, and continues at `next`.
        case lookaround(next: Int, isNegated: Bool)
        case save(slot: Int)
        case clear(groups: Range<Int>)
        case backreference(Int, isBackward: Bool)
        /// Records the start of a loop's iteration.
        case beginRound(register: Int)
        /// Fails if the iteration consumed nothing.
        case endRound(register: Int)
        case match
    }

    private(set) var instructions: [Instruction] = []
    private(set) var sets: [ScalarClass] = []
    private(set) var slotCount: Int
    private(set) var registerCount = 0
    /// Whether the program contains backreferences, lookarounds or long counted loops, which need backtracking.
    private(set) var needsBacktracking: Bool
    /// The position of the first anchor of other languages, in code points from the start of the pattern.
    let foreignAnchor: Int?
    private let keepsGroups: Bool
    private var isTooLarge = false

    init(_ text: String, isStrict: Bool) throws(PatternError) {
        var parser = PatternParser(text, isStrict: isStrict)
        let node = try parser.parse()
        foreignAnchor = parser.foreignAnchor
        keepsGroups = parser.hasBackreferences
        needsBacktracking = parser.hasBackreferences || parser.hasLookarounds
        slotCount = keepsGroups ? 2 * (parser.groupCount + 1) : 0
        emit(node, isBackward: false, parser)
        append(.match)
        if isTooLarge { throw PatternError(reason: "a pattern that is too large", position: 0) }
    }

    /// Whether the program can match only at the start of the text.
    var isAnchored: Bool {
        if case .assertion(.start) = instructions[0] { true } else { false }
    }

    private mutating func append(_ instruction: Instruction) {
        if instructions.count < Bounds.instructions { instructions.append(instruction) } else { isTooLarge = true }
    }

    private mutating func patch(_ index: Int, _ instruction: Instruction) {
        if index < instructions.count { instructions[index] = instruction }
    }

    private mutating func emit(_ node: PatternNode, isBackward: Bool, _ parser: PatternParser) {
        if isTooLarge { return }
        switch node {
        case .empty: break
        case .scalar(let set):
            sets.append(set)
            append(.take(sets.count - 1, isBackward: isBackward))
        case .sequence(let nodes):
            for node in isBackward ? nodes.reversed() : nodes { emit(node, isBackward: isBackward, parser) }
        case .alternatives(let nodes): emitAlternatives(nodes, isBackward: isBackward, parser)
        case .capture(let node, let index):
            if keepsGroups { append(.save(slot: 2 * index + (isBackward ? 1 : 0))) }
            emit(node, isBackward: isBackward, parser)
            if keepsGroups { append(.save(slot: 2 * index + (isBackward ? 0 : 1))) }
        case .repeated(let node, let minimum, let maximum, let isGreedy, let captures):
            if case .scalar(let set) = node, max(minimum, maximum ?? 0) > Bounds.copies {
                needsBacktracking = true
                sets.append(set)
                append(
                    .run(
                        sets.count - 1, minimum: minimum, maximum: maximum ?? .max, isGreedy: isGreedy,
                        isBackward: isBackward))
            } else {
                for _ in 0..<minimum {
                    if isTooLarge { return }
                    clear(captures)
                    emit(node, isBackward: isBackward, parser)
                }
                emitRest(node, minimum, maximum, isGreedy, captures, isBackward, parser)
            }
        case .assertion(let assertion): append(.assertion(assertion))
        case .lookaround(let node, let isAhead, let isNegated):
            let start = instructions.count
            append(.match)
            emit(node, isBackward: !isAhead, parser)
            append(.match)
            patch(start, .lookaround(next: instructions.count, isNegated: isNegated))
        case .backreference(let index): append(.backreference(index, isBackward: isBackward))
        case .namedBackreference(let name):
            append(.backreference(parser.group(named: name), isBackward: isBackward))
        }
    }

    private mutating func clear(_ captures: Range<Int>) {
        if keepsGroups, !captures.isEmpty { append(.clear(groups: captures)) }
    }

    private mutating func emitAlternatives(_ nodes: [PatternNode], isBackward: Bool, _ parser: PatternParser) {
        var exits: [Int] = []
        for (index, node) in nodes.enumerated() {
            guard index + 1 < nodes.count else {
                emit(node, isBackward: isBackward, parser)
                break
            }
            let split = instructions.count
            append(.match)
            emit(node, isBackward: isBackward, parser)
            exits.append(instructions.count)
            append(.match)
            patch(split, .split(split + 1, instructions.count))
        }
        for exit in exits { patch(exit, .jump(instructions.count)) }
    }

    /// Emits the optional iterations of a loop, after the required ones.
    private mutating func emitRest(
        _ node: PatternNode, _ minimum: Int, _ maximum: Int?, _ isGreedy: Bool, _ captures: Range<Int>,
        _ isBackward: Bool, _ parser: PatternParser
    ) {
        func fork(_ body: Int, _ exit: Int) -> Instruction { isGreedy ? .split(body, exit) : .split(exit, body) }

        let register = registerCount
        registerCount += 1
        guard let maximum else {
            let start = instructions.count
            append(.match)
            append(.beginRound(register: register))
            clear(captures)
            emit(node, isBackward: isBackward, parser)
            append(.endRound(register: register))
            append(.jump(start))
            patch(start, fork(start + 1, instructions.count))
            return
        }
        var splits: [Int] = []
        for _ in minimum..<maximum {
            if isTooLarge { return }
            splits.append(instructions.count)
            append(.match)
            append(.beginRound(register: register))
            clear(captures)
            emit(node, isBackward: isBackward, parser)
            append(.endRound(register: register))
        }
        for split in splits { patch(split, fork(split + 1, instructions.count)) }
    }
}
