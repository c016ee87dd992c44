import APIModel
import Diagnostics
import SwiftEmitter
import Testing

@Test func serverIsRefused() {
    var diagnostics = Diagnostics()
    _ = emit(API(title: "A", version: "1"), options: EmitterOptions(moduleName: "A", parts: [.server]), into: &diagnostics)
    #expect(diagnostics.all.map(\.code.id) == ["E0401"])
}
