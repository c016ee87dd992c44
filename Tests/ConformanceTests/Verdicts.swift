import ApusRuntime

/// The verdicts of generated code on the suite's values.
struct Verdicts {
    private(set) var text = "file passed refused wrong\n"
    private(set) var passed = 0
    private(set) var refused = 0
    private(set) var wrong = 0

    /// Generates, builds and runs the code for files of the suite.
    init(_ files: [String], assertsFormats: Bool) async throws {
        let groups = try files.map { try SchemaSuite.groups(in: $0) }
        var texts: [String: String] = [:]
        var names: [String] = []
        var refusals: [[String?]] = []
        for (fileIndex, file) in groups.enumerated() {
            var code = "import ApusRuntime\n\n"
            var reasons: [String?] = []
            for (index, group) in file.enumerated() {
                let name = "Case\(fileIndex)_\(index)"
                switch try Generation(group.schema, namespace: name) {
                case .code(let text):
                    code += text
                    names.append(name)
                    reasons.append(nil)
                case .refused(let reason): reasons.append(reason)
                }
            }
            texts["File\(fileIndex).swift"] = code
            refusals.append(reasons)
        }
        texts["main.swift"] = Self.main(names)
        let answers = try await Program(texts).run(Self.questions(groups, refusals, assertsFormats))
        tabulate(files, groups, refusals, answers)
    }

    private mutating func tabulate(
        _ files: [String], _ groups: [[SchemaSuite.Group]], _ refusals: [[String?]], _ answers: [String]
    ) {
        var answers = answers[...]
        for (fileIndex, file) in files.enumerated() {
            var counts = (passed: 0, refused: 0, wrong: 0)
            var remarks = ""
            for (group, refusal) in zip(groups[fileIndex], refusals[fileIndex]) {
                if let refusal {
                    counts.refused += group.tests.count
                    remarks += "  refused: \(group.description): \(refusal)\n"
                    continue
                }
                for test in group.tests {
                    let answer = answers.popFirst() ?? "no answer"
                    if answer == "valid" && test.isValid || answer.hasPrefix("invalid") && !test.isValid {
                        counts.passed += 1
                    } else {
                        counts.wrong += 1
                        remarks += "  wrong: \(group.description): \(test.description): \(answer)\n"
                    }
                }
            }
            text += "\(file) \(counts.passed) \(counts.refused) \(counts.wrong)\n" + remarks
            passed += counts.passed
            refused += counts.refused
            wrong += counts.wrong
        }
        text += "total \(passed) \(refused) \(wrong)\n"
    }

    // MARK: The program

    /// Returns a line for each value whose schema was accepted.
    private static func questions(
        _ groups: [[SchemaSuite.Group]], _ refusals: [[String?]], _ assertsFormats: Bool
    ) throws -> String {
        var lines = ""
        for (fileIndex, file) in groups.enumerated() {
            for (index, group) in file.enumerated() where refusals[fileIndex][index] == nil {
                for test in group.tests {
                    let json = String(decoding: try JSON.encode(test.data), as: UTF8.self)
                    lines += "Case\(fileIndex)_\(index)\t\(assertsFormats)\t{\"value\":\(json)}\n"
                }
            }
        }
        return lines
    }

    private static func main(_ names: [String]) -> String {
        """
        import ApusRuntime

        var types: [String: any JSONCodable.Type] = [:]
        \(names.map { "types[\"\($0)\"] = \($0).Instance.self" }.joined(separator: "\n"))

        func verdict<Value: JSONCodable>(_ type: Value.Type, _ json: Substring, _ options: ValidationOptions) -> String {
            do {
                try JSON.decode(type, from: Array(json.utf8)).validate(options: options)
                return "valid"
            } catch let error as ValidationError {
                // A value that cannot be checked is neither valid nor invalid.
                if error.violations.contains(where: { $0.keyword == "$schema" }) { return "unchecked: \\(error)" }
                return "invalid: \\(error)"
            } catch {
                return "invalid: \\(error)"
            }
        }

        while let line = readLine() {
            let parts = line.split(separator: "\\t", maxSplits: 2)
            let options = ValidationOptions(assertsFormats: parts[1] == "true")
            let type = types[String(parts[0])]!
            print(verdict(type, parts[2], options).split(separator: "\\n").joined(separator: "; "))
        }

        """
    }
}
