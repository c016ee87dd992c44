import ApusAPIModel
import ApusDiagnostics
import ApusSwiftEmitter
import Foundation
import TestSupport
import Testing

/// A user's templates in place of built-in ones.
@Suite struct TemplateTests {
    private let api = API(
        title: "Toys", version: "1",
        types: [.object("Toy", nil, [.required("name", .string), .required("size", .integer)])])

    /// Returns the code for `Toy` with a template for objects and other templates that it includes.
    private func text(_ object: String, _ others: [String: String] = [:]) -> String {
        var diagnostics = Diagnostics()
        let templates = others.merging([
            "object.mustache": object, "file.mustache": "{{#declarations}}\n{{text}}\n{{/declarations}}\n",
        ]) { first, _ in first }
        let files = emit(api, options: EmitterOptions(moduleName: "Toys", templates: templates), into: &diagnostics)
        #expect(diagnostics.all == [])
        return files.first?.contents ?? ""
    }

    private func problems(_ object: String, _ others: [String: String] = [:]) -> [String] {
        var diagnostics = Diagnostics()
        let templates = others.merging(["object.mustache": object]) { first, _ in first }
        let options = EmitterOptions(moduleName: "Toys", templates: templates)
        #expect(emit(api, options: options, into: &diagnostics).isEmpty)
        return diagnostics.all.map { problem in
            let place = problem.place.map { "\($0.file):\($0.line):\($0.column)" } ?? ""
            return "\(place) \(problem.code.id) \(problem.message)"
        }
    }

    @Test func linesWithNothingButATagAreNotPrinted() {
        #expect(
            text(
                "{{! A comment. }}\nstruct {{name}} {\n{{#properties}}\n    var {{name}}: {{{type}}}\n  {{/properties}}  \n}\n"
            )
                == "struct Toy {\n    var name: String\n    var size: Int\n}\n")
    }

    @Test func sectionsCanStandWithinALine() {
        #expect(
            text("{{name}}({{#properties}}{{name}}, {{/properties}}{{^properties}}none{{/properties}})")
                == "Toy(name, size, )\n")
        #expect(text("{{^constants}}nothing{{/constants}} constant") == "nothing constant\n")
    }

    @Test func dotIsTheTextOfALineOrOfAnOptional() {
        #expect(
            text("{{#assignments}}\n{{#hasMembers}}{{.}};{{/hasMembers}}\n{{/assignments}}")
                == "self.name = name;\nself.size = size;\n")
        #expect(
            text("{{#shortParameters}}({{.}}) ({{shortParameters}}){{/shortParameters}}")
                == "(name: String, size: Int) (name: String, size: Int)\n")
    }

    @Test func namesAreLookedUpInTheViewsAround() {
        #expect(
            text("{{#properties}}\n{{#isStored}}{{name}} {{#table}}{{kind}}{{/table}}{{/isStored}}\n{{/properties}}")
                == "name ObjectTable\nsize ObjectTable\n")
    }

    @Test func aNameWithDotsIsLookedUpInTheViewBeforeEachDot() {
        #expect(
            text(
                "{{table.kind}}{{^table.arguments}} empty{{/table.arguments}}{{#table.arguments}},{{/table.arguments}}")
                == "ObjectTable,,,\n")
    }

    @Test func delimitersCanBeOthers() {
        #expect(text("{{=<% %>=}}\n<% name %> {{name}}\n<%={{ }}=%>{{name}}") == "Toy {{name}}\nToy\n")
    }

    @Test func nothingIsEscaped() {
        #expect(text("{{% CONTENT_TYPE:TEXT }}\n& < \" {{#table}}{{&kind}}{{/table}}") == "& < \" ObjectTable\n")
    }

    @Test func aPartialIsIndentedAsItsTagIs() {
        #expect(
            text(
                "begin\n  {{> list}}\nend",
                [
                    "list.mustache": "{{#properties}}\n{{name}}:\n\n  {{> inner}}\n{{/properties}}\nlast\n",
                    "inner.mustache": "{{type}}\n",
                ])
                == "begin\n  name:\n\n    String\n  size:\n\n    Int\n  last\nend\n")
        #expect(text("[{{> list}}]", ["list.mustache": "{{name}}"]) == "[Toy]\n")
    }

    @Test func problemsHavePlaces() {
        #expect(problems("{{nmae}}") == ["object.mustache:1:1 E0412 there is no name `nmae` here"])
        #expect(problems("a\n  {{> other}}") == ["object.mustache:2:3 E0412 there is no template `other.mustache`"])
        #expect(problems("{{#properties}}") == ["object.mustache:1:1 E0411 the section `properties` is not closed"])
        #expect(
            problems("{{/properties}}") == ["object.mustache:1:1 E0411 `properties` closes a section that is not open"])
        #expect(problems("{{properties}}") == ["object.mustache:1:1 E0412 `properties` is not a text"])
        #expect(
            problems("{{#name}}{{/name}}") == [
                "object.mustache:1:1 E0412 `name` is a text that is always present, so it cannot be a section"
            ])
        #expect(problems("{{.}}") == ["object.mustache:1:1 E0412 `.` is not a text here"])
        #expect(problems("{{shortParameters}}") == ["object.mustache:1:1 E0412 `shortParameters` is not a text"])
        #expect(
            problems("{{> self}}", ["self.mustache": "{{> self}}"]) == [
                "self.mustache:1:1 E0411 `self` includes itself"
            ])
        #expect(problems("{{#.}}{{/.}}") == ["object.mustache:1:1 E0412 there is no name `.` here"])
        #expect(problems("{{table.kidn}}") == ["object.mustache:1:1 E0412 there is no name `table.kidn` here"])
        #expect(
            problems("{{=<%=}}").first
                == "object.mustache:1:1 E0411 delimiters must be two texts, such as `{{=<% %>=}}`")
        #expect(problems("{{name").count == 1)
        #expect(
            problems("{{$name}}{{/name}}").first
                == "object.mustache:1:1 E0411 inheritance of templates is not supported")
        #expect(
            problems("{{% CONTENT_TYPE:HTML }}") == [
                "object.mustache:1:1 E0411 the only known setting is `CONTENT_TYPE: TEXT`"
            ])
    }

    @Test func theBuiltInTemplatesAreTheFilesOfTheirFolder() throws {
        let folder = packageRoot.appendingPathComponent("Sources/Generator/Templates/Templates")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(builtInTemplates.map(\.name) == names)
        for template in builtInTemplates {
            #expect(
                try template.text == String(contentsOf: folder.appendingPathComponent(template.name), encoding: .utf8))
        }
    }

    @Test func aTemplateThatNothingUsesIsReported() {
        var diagnostics = Diagnostics()
        let options = EmitterOptions(moduleName: "Toys", templates: ["objekt.mustache": ""])
        #expect(!emit(api, options: options, into: &diagnostics).isEmpty)
        #expect(diagnostics.all.map(\.code.id) == ["E0413"])
    }
}
