import Testing
import Vocabulary

@testable import Accounts

@Suite struct OneTimePasswordTests {
    /// The secret of both RFCs: the ASCII text `12345678901234567890`.
    private let password = OneTimePassword(secret: Array("12345678901234567890".utf8))

    /// RFC 6238, appendix B, the lines for SHA1: seconds since 1970 and the code of eight digits.
    @Test(
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)])
    func meetsTheVectorsOfTheTimeBasedAlgorithm(seconds: Int64, code: String) {
        let step = OneTimePassword.step(at: Timestamp(milliseconds: seconds * 1000))
        #expect(password.code(step: step, digits: 8) == code)
    }

    /// RFC 4226, appendix D: the codes of counters 0 to 9.
    @Test(
        arguments: [
            (0, "755224"), (1, "287082"), (2, "359152"), (3, "969429"), (4, "338314"), (5, "254676"), (6, "287922"),
            (7, "162583"), (8, "399871"), (9, "520489"),
        ] as [(Int64, String)])
    func meetsTheVectorsOfTheCountingAlgorithm(counter: Int64, code: String) {
        #expect(password.code(step: counter) == code)
    }

    /// RFC 4648, section 10.
    @Test(arguments: [
        ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func spellsInBase32(text: String, spelled: String) { #expect(Base32.text(Array(text.utf8)) == spelled) }

    @Test func theAddressForAuthenticatorsHasEverythingEscaped() {
        let setUp = SecondFactorSetUp(password, account: "a&b@c", issuer: "Büro 1")
        #expect(setUp.groupedSecret == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        #expect(
            setUp.address
                == "otpauth://totp/B%C3%BCro%201:a%26b%40c?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=B%C3%BCro%201&algorithm=SHA1&digits=6&period=30")
    }
}
