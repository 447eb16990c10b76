import Intake
import Mechanisms
import Testing
import Vocabulary

struct SourceDescriptionTests {
    private func problems(_ part: String, to line: String) throws -> [String] {
        let text = SmallSource.yaml.changing(part, to: line)
        let book = try ShippedBook()
        do throws(IntakeFailure) {
            _ = try SourceDescription(yaml: text, known: book)
        } catch {
            guard case .faultyDescription(let problems) = error else { return [error.description] }
            return problems.map(\.description)
        }
        return []
    }

    @Test(
        arguments: [
            ("uk-nrm.yaml", "sources"), ("htcds-2.0.yaml", "sources"), ("synthetic_persons.yaml", "Benchmarks"),
        ])
    func theShippedDescriptionsAreSound(file: String, folder: String) throws {
        #expect(try shipped(file, in: folder).version == "1")
    }

    /// Lines counted in `SmallSource.yaml`.
    @Test(arguments: [
        ("version: 1", "versoin: 1", "line 2: the key “versoin” is unknown. Did you mean “version”?"),
        ("key: [id]", "key: [idd]", "line 10: `key`: the column “idd” is unknown. Did you mean “id”?"),
        (
            "mechanism: person", "    mechanism: persn",
            "line 16: the mechanism “persn” is unknown. Did you mean “person”?"
        ),
        (
            "given-name", "      given-nam: { column: name }",
            "line 18: the field of person “given-nam” is unknown. Did you mean “given-name”?"
        ),
        (
            "sexes: {", "  sexes: { F: femal }",
            "line 19: the table “sexes”, “F”: the code “femal” is unknown. Did you mean “female”?"
        ),
        (
            "{ column: sex,", "      sex: { column: sex, table: sexs }",
            "line 19: “sex”: the table “sexs” is unknown. Did you mean “sexes”?"
        ),
        (
            "birth-year", "      birth-year: { colum: born }",
            "line 21: the key “colum” is unknown. Did you mean “column”?"
        ),
    ])
    func aTypoIsRefusedWithItsLineAndWhatWasMeant(part: String, line: String, message: String) throws {
        #expect(try problems(part, to: line).contains(message))
    }

    @Test(arguments: [
        ("effective:", "effective: { column: on, period: dd/yyyy }", "no way to write a period"),
        ("{ column: land }", "      citizenships: { column: land, split: longest-match }", "needs a `table`"),
        ("{ column: born }", "      birth-year: { constant: \"1492\" }", "cannot be “1492”"),
        ("{ column: name }", "      given-name: { column: name, constant: x }", "needs one of"),
        ("mechanism: person", "    mechanism: status-episode", "`transition` is missing"),
        ("source: small", "source: [small]", "must be a single text"),
        ("effective:", "effective: 5", "must be a list of `name: value`"),
    ])
    func whatMakesNoSenseIsRefused(part: String, line: String, message: String) throws {
        let problems = try problems(part, to: line)
        #expect(problems.contains { $0.contains(message) }, "\(problems)")
    }

    @Test func everythingWrongIsSaidAtOnce() throws {
        let text = SmallSource.yaml.replacing("version: 1", with: "vers: 1").replacing(
            "table: sexes", with: "table: no")
        let failure = #expect(throws: IntakeFailure.self) {
            try SourceDescription(yaml: text, known: ShippedBook())
        }
        guard case .faultyDescription(let problems)? = failure else { return #expect(Bool(false)) }
        #expect(problems.count == 3)
    }

    @Test func whatIsNoYAMLIsRefusedWithItsLine() {
        let failure = #expect(throws: IntakeFailure.self) {
            try SourceDescription(yaml: "source: small\ntitle: a: b", known: ShippedBook())
        }
        guard case .unreadableDescription(let line, _)? = failure else { return #expect(Bool(false)) }
        #expect(line == 2)
    }

    /// YAML readers of another kind take `NO` for *false*.
    @Test func norwayIsNoTruthValue() async throws {
        let register = MemoryRegister()
        _ = try await imported(MemoryBytes("id,land,on\n1,NO,2023\n"), as: SmallSource.description(), into: register)
        #expect(await register.commands.first?.changes["citizenships"] == .codes(["NO"]))
    }

    @Test func aRecordWithoutAFieldThatItNeedsIsRefused() throws {
        let text =
            SmallSource.yaml + "\n" + """
                  crime:
                    mechanism: linked-crime
                    fields: {}
                """
        let failure = #expect(throws: IntakeFailure.self) { try SourceDescription(yaml: text, known: ShippedBook()) }
        #expect(failure?.message.contains("needs the field “incident”") == true)
    }
}
