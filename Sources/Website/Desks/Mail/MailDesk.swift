import Access
import Accounts
import Foundation
import HTTPTypes
import Ledger
import Mechanisms
import Publication
import Registry
import Vocabulary

/// Where a person says to which address their reminders go; a link in their account leads here. Nobody sets it for somebody
/// else, and nobody but the holder ever sees it.
package struct MailDesk: Desk {
    private let sender: (any MailSender)?

    /// - Parameter sender: Nil where no mail server is known: the page says so, and an address can only be taken away.
    package init(sender: (any MailSender)?) { self.sender = sender }

    /// For whoever is signed in, of their own address.
    package func routes(in workbench: Workbench) -> [Route] {
        func route(
            _ method: HTTPRequest.Method, _ path: String, _ handle: @escaping @Sendable (Visit) async throws -> Answer
        ) -> Route {
            Route(method, path, rule: .signedIn, body: method == .get ? .none : .form(isSecret: true)) { exchange in
                // A token is no sign-in of its holder.
                _ = try AccountHouse.sessionSecret(of: exchange)
                return try await handle(Visit(workbench, exchange))
            }
        }
        return [
            route(.get, CalendarPaths.mail) { try await show($0) }, route(.post, CalendarPaths.mail, ask),
            route(.post, MailDesk.prove, prove), route(.post, MailDesk.remove, remove),
        ]
    }

    /// None: it is part of one's own account.
    package func entry(for exchange: Exchange, in workbench: Workbench) -> WorkbenchFrame.NavigationItem? { nil }

    private static let prove = "\(CalendarPaths.mail)/prove"
    private static let remove = "\(CalendarPaths.mail)/remove"

    private func mailbox(_ visit: Visit) -> ReminderMailbox { ReminderMailbox(visit.workbench.shelf) }

    private func ask(_ visit: Visit) async throws -> Answer {
        guard let sender else { return try await show(visit, problem: ("address", MailFailure.noServer)) }
        let (mailbox, account, moment) = (mailbox(visit), visit.asking.actor.account, visit.exchange.moment)
        let typed = (visit.exchange.form["address"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        do {
            let address = try MailAddress(typed)
            let code = try await Waiting.run {
                let code = try mailbox.ask(for: address, of: account, at: moment)
                try visit.registry.ledger.recordAccess([AccessEntry(.mailAddressKept, by: account)])
                return code
            }
            try await sender.send(letter(with: code, to: address, from: sender.from, visit))
        } catch let failure as any CodedFailure where failure is MailFailure || failure is ReminderMailbox.Refusal {
            return try await show(visit, problem: ("address", failure))
        }
        return .redirect(to: CalendarPaths.mail)
    }

    private func prove(_ visit: Visit) async throws -> Answer {
        let (mailbox, account, moment) = (mailbox(visit), visit.asking.actor.account, visit.exchange.moment)
        let code = visit.exchange.form["code"] ?? ""
        do {
            try await Waiting.run {
                try mailbox.prove(code, of: account, at: moment)
                try visit.registry.ledger.recordAccess([AccessEntry(.mailAddressProved, by: account)])
            }
        } catch let refusal as ReminderMailbox.Refusal { return try await show(visit, problem: ("code", refusal)) }
        return .redirect(to: CalendarPaths.mail)
    }

    private func remove(_ visit: Visit) async throws -> Answer {
        let (mailbox, account) = (mailbox(visit), visit.asking.actor.account)
        try await Waiting.run {
            mailbox.remove(of: account)
            try visit.registry.ledger.recordAccess([AccessEntry(.mailAddressRemoved, by: account)])
        }
        return .redirect(to: CalendarPaths.mail)
    }

    /// A letter that says nothing of the house but its code.
    private func letter(with code: String, to address: MailAddress, from: MailAddress, _ visit: Visit) -> MailLetter {
        let texts = visit.exchange.texts
        var random = SystemRandomNumberGenerator()
        return MailLetter(
            from: from, to: address, subject: texts["calendar.mail.letter-subject"],
            text: texts.filled("calendar.mail.letter", ["code": "\(code.prefix(4))-\(code.dropFirst(4))"]) + "\n",
            language: texts.language, name: RecordID(at: visit.exchange.moment, using: &random).description,
            moment: visit.exchange.moment)
    }

    private func show(
        _ visit: Visit, problem: (field: String, failure: any CodedFailure)? = nil
    ) async throws -> Answer {
        let (mailbox, account) = (mailbox(visit), visit.asking.actor.account)
        let kept = try await Waiting.run { mailbox.kept(account) }
        let step = WorkbenchFrame.Step(text: visit.exchange.texts["accounts.own.title"], href: HousePaths.account)
        let status = problem == nil ? 200 : 422
        let page = DeskPage(
            lead: visit.calendar("mail.lead"),
            sections: [
                stand(kept, visit),
                kept.flatMap { $0.isProved ? nil : proof(visit, problem) },
                sender == nil ? nil : change(kept, visit, problem),
            ].compactMap(\.self), visit.exchange)
        return visit.page(
            visit.calendar("mail.title"), "desk", page, breadcrumb: [step], width: .narrow, status: status)
    }

    private func stand(_ kept: ReminderMailbox.Kept?, _ visit: Visit) -> DeskSection {
        let title = visit.calendar("mail.stand")
        guard let kept else {
            return DeskSection("stand", title, note: visit.calendar(sender == nil ? "mail.no-server" : "mail.none"))
        }
        let badge = DeskPage.Badge(
            visit.calendar(kept.isProved ? "mail.proved" : "mail.unproved"), kept.isProved ? .running : .new)
        return DeskSection(
            "stand", title, note: sender == nil ? visit.calendar("mail.no-server") : "",
            facts: [.init(visit.calendar("mail.address"), kept.address, state: badge)],
            forms: [DeskForm(to: MailDesk.remove, visit.calendar("mail.remove"))])
    }

    private func proof(
        _ visit: Visit, _ problem: (field: String, failure: any CodedFailure)?
    ) -> DeskSection {
        let error = problem.flatMap { $0.field == "code" ? visit.words(of: $0.failure) : nil }
        return DeskSection(
            "proof", visit.calendar("mail.prove"),
            forms: [
                DeskForm(
                    to: MailDesk.prove, visit.calendar("mail.prove-button"),
                    controls: [
                        .init(
                            "code", visit.calendar("mail.code"), .line(type: "text", value: ""),
                            required: visit.wording["step.required"], hint: visit.calendar("mail.code-hint"),
                            error: error)
                    ])
            ])
    }

    private func change(
        _ kept: ReminderMailbox.Kept?, _ visit: Visit, _ problem: (field: String, failure: any CodedFailure)?
    ) -> DeskSection {
        let error = problem.flatMap { $0.field == "address" ? visit.words(of: $0.failure) : nil }
        return DeskSection(
            "change", visit.calendar(kept == nil ? "mail.new" : "mail.change"),
            forms: [
                DeskForm(
                    to: CalendarPaths.mail, visit.calendar("mail.button"),
                    controls: [
                        .init(
                            "address", visit.calendar("mail.address"),
                            .line(type: "email", value: visit.exchange.form["address"] ?? ""),
                            required: visit.wording["step.required"], hint: visit.calendar("mail.hint"), error: error)
                    ])
            ])
    }
}

extension Visit {
    /// What a failure says, in the words of the visitor.
    fileprivate func words(of failure: any CodedFailure) -> String {
        exchange.pages.words(for: failure, status: 422, in: exchange.language).detail
    }
}
