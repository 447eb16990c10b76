import Ledger
import Testing
import Vocabulary

@testable import PostgresStore

/// Where texts may go, and what an address may say.
@Suite struct PostgresServerTests {
    private func code(_ address: String) -> String? {
        do {
            _ = try PostgresServer(address)
            return nil
        } catch { return (error as? TextIndexFailure)?.code ?? "another" }
    }

    @Test(arguments: [
        "postgresql:///words?host=/run/postgresql", "postgresql://%2Frun%2Fpostgresql/words",
        "postgresql://keeper@localhost/words", "postgresql://127.0.0.1:5433/words", "postgresql://[::1]/words",
        "postgresql://db.example.org/words?sslmode=verify-full&sslrootcert=/etc/authority.pem",
    ])
    func whatIsHereOrProvenIsTaken(address: String) { #expect(code(address) == nil) }

    @Test(arguments: [
        "postgresql://db.example.org/words", "postgresql://db.example.org/words?sslmode=require",
        "postgresql://db.example.org/words?sslmode=verify-ca", "postgresql://127.0.0.1.example.org/words",
        "postgresql://127.example.org/words", "postgresql://192.0.2.1/words",
        "postgresql://localhost,db.example.org/words", "postgresql://localhost/words?hostaddr=192.0.2.1",
        "postgresql:///words?host=db.example.org", "postgresql://[2001:db8::1]/words?sslmode=prefer",
    ])
    func anotherMachineThatNobodyVerifiesIsRefused(address: String) { #expect(code(address) == "S122") }

    @Test(arguments: [
        "postgresql://keeper:hidden@localhost/words", "postgresql://localhost/words?password=hidden",
        "postgresql://localhost/words?sslpassword=hidden",
    ])
    func aPasswordInAnAddressIsRefusedAndNotRepeated(address: String) throws {
        let failure = #expect(throws: TextIndexFailure.passwordShown) { try PostgresServer(address) }
        #expect(try !#require(failure).description.contains("hidden"))
    }

    @Test(arguments: [
        "", "words", "mysql://localhost/words", "host=localhost dbname=words", "postgresql://localhost/words?nothing=1",
        "postgresql:///?service=elsewhere",
    ])
    func whatIsNoAddressIsRefused(address: String) { #expect(code(address) == "S120") }

    @Test func nobodyIsNamedInAMessage() throws {
        let server = try PostgresServer("postgresql://keeper@localhost/words")
        #expect(server.name == "“words” at localhost")
        #expect(server.settings["gssencmode"] == "disable")
    }
}
