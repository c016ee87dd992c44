/// Matches a program by backtracking, with a limit on the number of steps.
struct BacktrackingMatcher {
    private struct StepLimit: Error {}

    /// A change to undo, or an alternative to try, when the current path fails.
    private enum Undo {
        case tryAt(Int, position: Int)
        case slot(Int, Int)
        case register(Int, Int)
        /// Continues a run with one code point less, or one more if it is lazy, up to `limit`.
        case retryRun(Int, position: Int, limit: Int)
    }

    private let program: PatternProgram
    private let text: PatternText
    private var slots: [Int]
    private var registers: [Int]
    private var stepCount = 0
    private var depth = 0

    /// Returns whether the text matches, or `nil` if the step limit was reached.
    static func matches(_ program: PatternProgram, _ text: PatternText) -> Bool? {
        var matcher = BacktrackingMatcher(program: program, text: text)
        do {
            return try matcher.search()
        } catch {
            return nil
        }
    }

    private init(program: PatternProgram, text: PatternText) {
        self.program = program
        self.text = text
        slots = Array(repeating: -1, count: program.slotCount)
        registers = Array(repeating: -1, count: program.registerCount)
    }

    private mutating func search() throws(StepLimit) -> Bool {
        var position = 0
        while true {
            if try run(from: 0, at: position) { return true }
            if position == text.end || program.isAnchored { return false }
            position = text.scalar(at: position).next
        }
    }

    private mutating func run(from start: Int, at startPosition: Int) throws(StepLimit) -> Bool {
        var undo: [Undo] = []
        var index = start
        var position = startPosition
        while true {
            stepCount += 1
            if stepCount > Bounds.steps { throw StepLimit() }
            var succeeds = true
            switch program.instructions[index] {
            case .match: return true
            case .take(let set, let isBackward):
                succeeds = take(program.sets[set], isBackward, &position)
                index += 1
            case .run(let set, let minimum, let maximum, let isGreedy, let isBackward):
                succeeds = try beginRun(
                    program.sets[set], minimum, maximum, isGreedy, isBackward, index, &position, &undo)
                index += 1
            case .jump(let target): index = target
            case .split(let first, let second):
                undo.append(.tryAt(second, position: position))
                index = first
            case .assertion(let assertion):
                succeeds = text.holds(assertion, at: position)
                index += 1
            case .save(let slot):
                undo.append(.slot(slot, slots[slot]))
                slots[slot] = position
                index += 1
            case .clear(let groups):
                for slot in (2 * groups.lowerBound)..<(2 * groups.upperBound) where slots[slot] >= 0 {
                    undo.append(.slot(slot, slots[slot]))
                    slots[slot] = -1
                }
                index += 1
            case .beginRound(let register):
                undo.append(.register(register, registers[register]))
                registers[register] = position
                index += 1
            case .endRound(let register):
                succeeds = registers[register] != position
                index += 1
            case .backreference(let group, let isBackward):
                succeeds = takeAgain(group, isBackward, &position)
                index += 1
            case .lookaround(let next, let isNegated):
                let saved = slots
                depth += 1
                if depth > Bounds.matchingDepth { throw StepLimit() }
                let matches = try run(from: index + 1, at: position)
                depth -= 1
                succeeds = matches != isNegated
                if !succeeds || isNegated {
                    slots = saved
                } else {
                    for slot in slots.indices where slots[slot] != saved[slot] { undo.append(.slot(slot, saved[slot])) }
                }
                index = next
            }
            if !succeeds {
                guard let resumed = resume(&undo) else { return false }
                (index, position) = resumed
            }
        }
    }

    /// Undoes the changes since the last choice and returns the alternative, or `nil` if there is none.
    private mutating func resume(_ undo: inout [Undo]) -> (index: Int, position: Int)? {
        while let last = undo.popLast() {
            switch last {
            case .slot(let slot, let value): slots[slot] = value
            case .register(let register, let value): registers[register] = value
            case .tryAt(let index, let position): return (index, position)
            case .retryRun(let index, var position, let limit):
                guard case .run(let set, _, _, let isGreedy, let isBackward) = program.instructions[index] else {
                    continue
                }
                if isGreedy {
                    position = isBackward ? text.scalar(at: position).next : text.scalar(before: position).start
                } else if !take(program.sets[set], isBackward, &position) {
                    continue
                }
                if position != limit { undo.append(.retryRun(index, position: position, limit: limit)) }
                return (index + 1, position)
            }
        }
        return nil
    }

    private func take(_ set: ScalarClass, _ isBackward: Bool, _ position: inout Int) -> Bool {
        guard isBackward ? position > 0 : position < text.end else { return false }
        let (value, next) = isBackward ? text.scalar(before: position) : text.scalar(at: position)
        guard set.contains(value) else { return false }
        position = next
        return true
    }

    private mutating func beginRun(
        _ set: ScalarClass, _ minimum: Int, _ maximum: Int, _ isGreedy: Bool, _ isBackward: Bool, _ index: Int,
        _ position: inout Int, _ undo: inout [Undo]
    ) throws(StepLimit) -> Bool {
        var count = 0
        while count < minimum {
            guard take(set, isBackward, &position) else { return false }
            count += 1
        }
        let least = position
        var most = position
        while count < maximum, take(set, isBackward, &most) { count += 1 }
        // Code points of a run count less than steps, because they are fast.
        stepCount += count / 8
        if stepCount > Bounds.steps { throw StepLimit() }
        if most != least {
            undo.append(.retryRun(index, position: isGreedy ? most : least, limit: isGreedy ? least : most))
        }
        position = isGreedy ? most : least
        return true
    }

    /// Matches the text that a group captured, or nothing if the group did not participate (ECMA-262 §22.2.2.7).
    private func takeAgain(_ group: Int, _ isBackward: Bool, _ position: inout Int) -> Bool {
        let start = slots[2 * group]
        let end = slots[2 * group + 1]
        guard start >= 0, end >= start else { return true }
        let other = isBackward ? position - (end - start) : position
        guard other >= 0, other + (end - start) <= text.end else { return false }
        for offset in 0..<(end - start) {
            if unsafe text.bytes[start + offset] != text.bytes[other + offset] { return false }
        }
        position = isBackward ? other : position + (end - start)
        return true
    }
}
