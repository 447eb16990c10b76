import Mechanisms
import Registry
import Testing
import Vocabulary

@testable import Website

/// What a form offers for a link, where work on what may be chosen has ended.
@Suite struct FieldControlTests {
    private let house: WorkbenchHouse

    init() throws { house = try WorkbenchHouse() }

    private func close(_ post: WorkbenchSamples.Post) throws {
        let command = Command(
            mechanism: "function", record: post.id, transition: "close", expectedVersion: 1, changes: [:],
            effective: .day(WorkbenchHouse.now.day), reason: "Nobody needs it any more.")
        guard case .written = try house.registry.submit([command], Asking(WorkbenchSamples.Post.coordinator.actor))
        else { throw WorkbenchSamples.NotWritten(mechanism: "function", outcome: "not closed") }
    }

    /// Who answers for the case of `WorkbenchSamples`, in the form that corrects it.
    private func responsible() throws -> FieldControl {
        let visit = house.visit(.caseworker, "/work/record")
        let task = try StepTask(on: WorkbenchSamples.matter, "correct-open", visit)
        let input = StepInput(for: task, prefilled: Fields(), visit)
        let field = try #require(task.fields.first { $0.name == "responsible" })
        return FieldControl(field, task, input, [], try FormContext(task, input, visit))
    }

    @Test func b52OffersThePostsThatAreOpenAndMarksTheOneThatTheRecordHas() throws {
        try close(.liaison)
        let control = try responsible()
        #expect(control.isSelect)
        #expect(control.options.count == WorkbenchSamples.Post.allCases.count - 1)
        #expect(!control.options.contains { $0.value == WorkbenchSamples.Post.liaison.id.description })
        #expect(control.chosen.map(\.value) == [WorkbenchSamples.Post.caseworker.id.description])
    }

    /// It was dropped once, and whoever corrected something else took the link away.
    @Test func b52KeepsThePostThatARecordHasThoughItIsClosedMeanwhile() throws {
        let before = try responsible()
        try close(.caseworker)
        let after = try responsible()
        #expect(after.chosen.map(\.value) == [WorkbenchSamples.Post.caseworker.id.description])
        #expect(after.chosen.map(\.text) == before.chosen.map(\.text))
        #expect(Set(after.options.map(\.value)) == Set(before.options.map(\.value)), "offered once, and last")
        #expect(after.options.last?.isChosen == true)
    }
}
