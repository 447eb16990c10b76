import Testing

@testable import Linkage

@Suite struct RunKeyTests {
    @Test(arguments: [RunKey.Kind.shared, .exchange])
    func aKeyIsReadAsItWasWritten(kind: RunKey.Kind) throws {
        let key = try RunKey(kind, terms: TwoAgencies.terms(), parties: 2)
        let read = try RunKey(file: key.file())
        #expect(read.secret == key.secret && read.fingerprint == key.fingerprint && read.terms == key.terms)
        #expect(RunKey.isKeyFile(key.file()))
    }

    @Test func aKeyIsOpenedByTheAgencyItWasSealedForOnly() throws {
        let (from, to, third) = (AgencyKey(name: "from"), AgencyKey(name: "to"), AgencyKey(name: "third"))
        let key = try RunKey(.shared, terms: TwoAgencies.terms())
        let sealed = try from.sealed(key, for: to.card)
        #expect(try to.opened(sealed, from: from.card).fingerprint == key.fingerprint)
        #expect(throws: LinkageFailure.self) { try third.opened(sealed, from: from.card) }
        #expect(throws: LinkageFailure.self) { try to.opened(sealed, from: third.card) }
        var changed = sealed
        changed[changed.count / 2] ^= 1
        #expect(throws: LinkageFailure.self) { try to.opened(changed, from: from.card) }
    }

    @Test func aKeyOfAnExchangeIsNeverPassedOn() throws {
        let key = try RunKey(.exchange, terms: TwoAgencies.terms(), parties: 2)
        let agency = AgencyKey(name: "from")
        #expect(throws: LinkageFailure.self) { try agency.sealed(key, for: AgencyKey(name: "to").card) }
    }

    @Test func allPartiesComeToTheSameNextKey() throws {
        let key = try RunKey(.shared, terms: TwoAgencies.terms())
        let copy = try RunKey(file: key.file())
        #expect(key.rotated().fingerprint == copy.rotated().fingerprint)
        #expect(key.rotated().fingerprint != key.fingerprint && key.rotated().round == 2)
    }

    @Test(arguments: ["", " ", "–"])
    func nothingRestsOnNothing(text: String) {
        let failure = #expect(throws: LinkageFailure.self) {
            try Terms(project: "p", legalBasis: text, consent: "given", purpose: "counting")
        }
        #expect(failure?.code == "Q204")
    }

    @Test(arguments: ["", "{}", "a secret text"])
    func whatIsNoKeyIsRefused(text: String) {
        #expect(throws: LinkageFailure.self) { try RunKey(file: Array(text.utf8)) }
        #expect(throws: LinkageFailure.self) { try AgencyKey(file: Array(text.utf8)) }
        #expect(throws: LinkageFailure.self) { try AgencyCard(file: Array(text.utf8)) }
    }
}
