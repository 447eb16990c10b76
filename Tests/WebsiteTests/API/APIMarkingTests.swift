import Access
import InterfaceKit
import Mechanisms
import Registry
import Testing
import Vocabulary

@testable import Website

/// B104: what the interface gives out carries the marking that paper carries, and its last day.
@Suite struct APIMarkingTests {
    private let register: InterfaceRegister
    private let client: InterfaceClient
    private let task: RecordID
    private var worker: Actor { register.people.caseworkerOfAlpha }

    init() throws {
        register = try InterfaceRegister()
        client = try InterfaceClient(register)
        task = try register.open(
            "task", "set", ["title": .text("Light the lamps")], by: register.people.caseworkerOfAlpha)
    }

    private func mark(until day: String?) throws {
        var fields: [String: FieldValue] = ["about": .link(task), "level": .code("restricted")]
        fields["until"] = try day.map { .period(try #require(Period($0))) }
        try register.open("handling-mark", "mark", fields, by: worker)
    }

    @Test(
        arguments: [
            ("2090-03", "restricted", .text("2090-03-31")), (nil, "restricted", .null), ("2000-01-01", "named", .null),
        ] as [(String?, String, JSON)])
    func b104ARecordCarriesTheMarksOfTheDay(until: String?, level: String, last: JSON) async throws {
        try mark(until: until)
        let one = try await client.get("/task/\(task)", as: worker)
        let listed = try #require(try await client.get("/task", as: worker).json["records"]?.items.first)
        for record in [one.json, listed] {
            #expect(record["marking"]?.string == level)
            #expect(record["markedUntil"] == last)
        }
    }

    @Test func b104WithoutAMarkItIsThatOfItsFields() async throws {
        let one = try await client.get("/task/\(task)", as: worker)
        #expect(one.json["marking"]?.string == "named" && one.json["markedUntil"] == .null)
    }
}
