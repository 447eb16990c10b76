import Testing

@testable import Linkage

@Suite struct ColumnRolesTests {
    @Test func readsRolesWithBlanksAndTwoColumnsOfOneRole() throws {
        let roles = try ColumnRoles(parsing: "given=first+middle, family=last name")
        #expect(roles.assignments.map(\.column) == ["first", "middle", "last name"])
        #expect(roles.assignments.map(\.role) == [.given, .given, .family])
    }

    @Test func aRoleThatDoesNotExistIsNamedWithThoseThatDo() {
        #expect(throws: LinkageFailure.unknownRole(name: "colour")) { try ColumnRoles(parsing: "colour=eyes") }
        #expect(LinkageFailure.unknownRole(name: "colour").message.contains("nationality"))
    }

    @Test(arguments: ["", "given", "given=", "=first"])
    func whatIsNotARoleAndAColumnIsRefused(text: String) {
        #expect(throws: LinkageFailure.self) { try ColumnRoles(parsing: text) }
    }

    @Test func aColumnThatTheFileLacksIsNamed() throws {
        let roles = try ColumnRoles(parsing: "given=vorname")
        #expect(throws: LinkageFailure.unknownColumn(name: "vorname", known: ["first", "last"])) {
            try roles.places(in: ["first", "last"])
        }
    }

    /// Issue 5: a later file has its own headers.
    @Test func aLaterFileIsReadByItsOwnHeaders() throws {
        let roles = try ColumnRoles(parsing: "family=surname,given=first,birth=dob,place=city")
        let found = try roles.ofLaterFile(["Nachname", "Vorname", "CITY", "Geburtsdatum"], said: nil, file: 2)
        #expect(found.assignments.map(\.column) == ["Nachname", "Vorname", "Geburtsdatum", "CITY"])
        #expect(found.assignments.map(\.role) == roles.assignments.map(\.role))
        let said = try ColumnRoles(parsing: "birth=d,place=c,given=b,family=a")
        #expect(
            try roles.ofLaterFile(["a", "b", "c", "d"], said: said, file: 2).assignments.map(\.column) == [
                "a", "b", "d", "c",
            ])
    }

    /// Two columns that may be the one sought, none, and roles of which one is missing.
    @Test(arguments: [
        (["surname", "Vorname", "firstname"], nil), (["surname", "x"], nil), (["surname", "b"], "family=surname"),
    ])
    func aLaterFileThatLeavesADoubtIsRefused(header: [String], said: String?) throws {
        let roles = try ColumnRoles(parsing: "family=surname,given=first")
        let failure = LinkageFailure.otherRoles(role: .given, file: 3, known: header)
        #expect(failure.code == "Q111" && failure.message.contains("--roles"))
        #expect(throws: failure) {
            try roles.ofLaterFile(header, said: said.map { try ColumnRoles(parsing: $0) }, file: 3)
        }
    }

    @Test func headersSayRolesButNeverWhatMayBeTheTruth() throws {
        let roles = try ColumnRoles(guessedFrom: ["unique_id", "first_name", "surname", "dob", "cluster", "e-mail"])
        #expect(roles.assignments.map(\.role) == [.given, .family, .birth, .other])
        #expect(throws: LinkageFailure.self) { try ColumnRoles(guessedFrom: ["a", "b"]) }
    }
}
