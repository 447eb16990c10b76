import Testing

@testable import Accounts

@Suite struct PasswordTests {
    private let words: GuessedWords
    init() throws { words = try TestDoor.guessedWords() }

    /// RFC 7914, section 12, third vector (N = 16384, r = 8, p = 1); its first 32 of 64 bytes, since the last step of
    /// scrypt gives its output block by block.
    @Test func meetsTheVectorOfTheStandard() throws {
        let key = try Scrypt().derive(
            Array("pleaseletmein".utf8), salt: Array("SodiumChloride".utf8), cost: ScryptCost(logarithm: 14))
        let expected = "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
        let spelled = key.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(spelled == expected)
    }

    @Test(arguments: [
        "password1234", "Passw0rd!2024", "qwertyuiop123456", "Administrator1", "welcome-to-paris", "111111111111",
        "aaaaaaaaaaaaaaaaaaaa", "123456789012345", "iloveyouforever", "Sunshine2019!!", "motdepasse2023",
        "contraseña1234", "Summer2024Winter", "zxcvbnm,asdfghjkl", "abcabcabcabc", "1qaz2wsx3edc", "marhaba habibi",
        "مرحبا حبيبي سلام", "P4$$w0rdP4$$w0rd", "letmeinletmein",
        "abababababab", "corvette2024", "q1w2e3r4t5y6", "Dragon&Monkey99", "finalfantasy",
    ])
    func refusesWhatIsTriedFirst(password: String) {
        #expect(words.judge(password, names: []) == .common, "\(password)")
    }

    @Test(arguments: [
        "correct horse battery staple", TestDoor.password, TestDoor.otherPassword, "gFw7-kq2N-zz9P", "593817402668",
        "les hiboux mangent du granit", "شجرة عالية قرب النهر القديم",
    ])
    func takesWordsThatNobodyTriesFirst(password: String) {
        #expect(words.judge(password, names: ["mandarin", "Officer mandarin"]) == .fit, "\(password)")
    }

    @Test(arguments: ["tall mandarin umbrella", "MANDARIN umbrella box", "m4nd4r1n umbrella box"])
    func refusesThePersonsOwnName(password: String) {
        #expect(words.judge(password, names: ["mandarin"]) == .namesPerson)
    }

    @Test(arguments: [
        (11, AccountRefusal.passwordTooShort(minimum: 12)), (257, .passwordTooLong(maximum: 256)),
        (5000, .passwordTooLong(maximum: 256)),
    ])
    func hasALength(count: Int, refusal: AccountRefusal) throws {
        let password = String("gFw7-kq2N-zz9P".cycled(to: count))
        #expect(throws: refusal) {
            try TestDoor.keeping().check(new: PasswordText(password), typed: password, names: [])
        }
    }

    /// 12 letters with their accents apart are 24 code points before, and 12 after normalisation.
    @Test func theLengthIsThatOfTheNormalisedText() {
        let text = PasswordText(String(repeating: "e\u{301}", count: 12))
        #expect(text.length == 12)
        #expect(text.bytes == Array(String(repeating: "\u{E9}", count: 12).utf8))
    }

    @Test func aHashIsReadAsItWasWritten() {
        let hash = PasswordHash(
            cost: ScryptCost(logarithm: 17), salt: Array(0..<16), key: Array(100..<132))
        #expect(PasswordHash(bytes: hash.bytes) == hash)
        #expect(PasswordHash(bytes: Array(hash.bytes.dropLast())) == nil)
        #expect(PasswordHash(bytes: [2] + hash.bytes.dropFirst()) == nil)
    }
}

extension String {
    fileprivate func cycled(to count: Int) -> String {
        String(String(repeating: self, count: count / self.count + 1).prefix(count))
    }
}

extension TestDoor {
    static func keeping() throws -> PasswordKeeping {
        PasswordKeeping(
            derivation: CountingDerivation(), cost: ScryptCost(logarithm: 2), lengths: 12...256,
            guessedWords: try guessedWords())
    }
}
