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

    @Test func headersSayRolesButNeverWhatMayBeTheTruth() throws {
        let roles = try ColumnRoles(guessedFrom: ["unique_id", "first_name", "surname", "dob", "cluster", "e-mail"])
        #expect(roles.assignments.map(\.role) == [.given, .family, .birth, .other])
        #expect(throws: LinkageFailure.self) { try ColumnRoles(guessedFrom: ["a", "b"]) }
    }
}
