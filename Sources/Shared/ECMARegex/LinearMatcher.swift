/// Matches a program on all paths at once (Thompson's simulation), in time linear in the text.
///
/// The program must not need backtracking.
@safe  // The memory has space for all instructions of the program and outlives the matcher.
struct LinearMatcher {
    private let program: PatternProgram
    private let text: PatternText
    /// The instructions that wait for the current code point, and those that wait for the next one.
    private var current: UnsafeMutableBufferPointer<Int32>
    private var following: UnsafeMutableBufferPointer<Int32>
    private var currentCount = 0
    private var followingCount = 0
    /// The last step in which each instruction was reached.
    private let reached: UnsafeMutableBufferPointer<Int32>
    private let pending: UnsafeMutableBufferPointer<Int32>
    private var step: Int32 = 0

    static func matches(_ program: PatternProgram, _ text: PatternText) -> Bool {
        let count = program.instructions.count
        // An instruction is pending at most twice in each step: once for each branch that leads to it.
        return unsafe withUnsafeTemporaryAllocation(of: Int32.self, capacity: 5 * count + 2) { memory in
            unsafe memory.initialize(repeating: 0)
            func part(_ start: Int, _ length: Int) -> UnsafeMutableBufferPointer<Int32> {
                unsafe UnsafeMutableBufferPointer(rebasing: memory[start..<(start + length)])
            }
            var matcher = unsafe LinearMatcher(
                program: program, text: text, current: part(0, count), following: part(count, count),
                reached: part(2 * count, count), pending: part(3 * count, 2 * count + 2))
            return matcher.run()
        }
    }

    private init(
        program: PatternProgram, text: PatternText, current: UnsafeMutableBufferPointer<Int32>,
        following: UnsafeMutableBufferPointer<Int32>, reached: UnsafeMutableBufferPointer<Int32>,
        pending: UnsafeMutableBufferPointer<Int32>
    ) {
        self.program = program
        self.text = text
        unsafe self.current = unsafe current
        unsafe self.following = unsafe following
        unsafe self.reached = unsafe reached
        unsafe self.pending = unsafe pending
    }

    private mutating func run() -> Bool {
        var position = 0
        let isAnchored = program.isAnchored
        nextStep()
        while true {
            if position == 0 || !isAnchored, reach(0, at: position) { return true }
            unsafe swap(&current, &following)
            currentCount = followingCount
            followingCount = 0
            if position == text.end || isAnchored && currentCount == 0 { return false }
            let (value, next) = text.scalar(at: position)
            nextStep()
            for index in 0..<currentCount {
                let instruction = unsafe Int(current[index])
                guard case .take(let set, _) = program.instructions[instruction],
                    program.sets[set].contains(value)
                else { continue }
                if reach(instruction + 1, at: next) { return true }
            }
            position = next
        }
    }

    /// Starts the next step. The counter restarts if a text has more steps than it can count.
    private mutating func nextStep() {
        if step == .max {
            unsafe reached.update(repeating: 0)
            step = 0
        }
        step += 1
    }

    /// Adds an instruction and those that follow it without consuming a code point. Returns whether one of them is
    /// `match`.
    private mutating func reach(_ start: Int, at position: Int) -> Bool {
        var count = 1
        unsafe pending[0] = Int32(start)
        while count > 0 {
            count -= 1
            let index = unsafe Int(pending[count])
            if unsafe reached[index] == step { continue }
            unsafe reached[index] = step
            switch program.instructions[index] {
            case .match: return true
            case .take:
                unsafe following[followingCount] = Int32(index)
                followingCount += 1
            case .jump(let target):
                unsafe pending[count] = Int32(target)
                count += 1
            case .split(let first, let second):
                unsafe pending[count] = Int32(second)
                unsafe pending[count + 1] = Int32(first)
                count += 2
            case .assertion(let assertion):
                if !text.holds(assertion, at: position) { continue }
                unsafe pending[count] = Int32(index + 1)
                count += 1
            case .beginRound, .endRound, .save, .clear:
                unsafe pending[count] = Int32(index + 1)
                count += 1
            case .run, .lookaround, .backreference: continue
            }
        }
        return false
    }
}
