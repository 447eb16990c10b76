package import Vocabulary

/// W180–W189: why a letter did not go out. None of them says to whom it was to go.
package enum MailFailure: CodedFailure, Equatable {
    /// W180: not an address of electronic mail that this program writes to.
    case addressUnusable
    /// W181: not the address of a mail server.
    case serverUnreadable(text: String)
    /// W182: nobody answers there.
    case unreachable(reason: String)
    /// W183: the way is not sealed: no TLS is offered, or its certificate is not to be trusted.
    case unsealed(reason: String)
    /// W184: the server does not take our sign-in.
    case signInRefused
    /// W185: the server refuses this receiver or this letter, for now or for good.
    case refused(status: Int)
    /// W186: the server took too long.
    case tooSlow
    /// W187: the program that carries letters is not there.
    case carrierMissing
    /// W188: no mail server was named when the house was started.
    case noServer

    package var code: String {
        switch self {
        case .addressUnusable: "W180"
        case .serverUnreadable: "W181"
        case .unreachable: "W182"
        case .unsealed: "W183"
        case .signInRefused: "W184"
        case .refused: "W185"
        case .tooSlow: "W186"
        case .carrierMissing: "W187"
        case .noServer: "W188"
        }
    }

    package var message: String {
        switch self {
        case .addressUnusable:
            "This is no address that letters go to. Write it like post@agency.example, in ASCII, without a name beside "
                + "it."
        case .serverUnreadable(let text):
            "“\(text)” is no mail server. Write smtp://mail.example.org:587 (sealed by STARTTLS), or "
                + "smtps://mail.example.org."
        case .unreachable(let reason):
            "The mail server does not answer (\(reason)). Check its name, its port and the network."
        case .unsealed(let reason):
            "The way to the mail server is not sealed (\(reason)), so nothing was sent. Give a server that offers TLS, or "
                + "the certificate of its authority with --mail-authority."
        case .signInRefused:
            "The mail server refuses the name or the password. Check --mail-user and the file with the password."
        case .refused(let status):
            "The mail server refuses the receiver or the letter (\(status)). The holder checks the address in their account."
        case .tooSlow: "The mail server took longer than half a minute. What was not sent is sent with the next round."
        case .carrierMissing:
            "The program “curl” is not there, which carries letters. Install it: apt-get install curl."
        case .noServer:
            "No mail server is named. Give --mail-server, or leave reminders in the calendar of the Workbench."
        }
    }

    /// Whether the next letter would fail as this one did.
    var concernsEverybody: Bool {
        switch self {
        case .addressUnusable, .refused: false
        default: true
        }
    }
}
