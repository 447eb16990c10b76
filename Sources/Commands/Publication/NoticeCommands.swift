import ArgumentParser

/// `rapporteur notice …`
struct NoticeCommands: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice",
        abstract: "Publish what is no figure: a plan as of a day, a practice, a judgement, a press release.",
        discussion: """
            One person proposes, another lets out: proposed at this keyboard, a notice is let out in the browser, and the other \
            way round.
            """,
        subcommands: [
            NoticeList.self, NoticeShow.self, NoticePropose.self, NoticePublish.self, NoticeWithdraw.self,
        ])
    static let rule = CommandRule.noun
    static let output = CommandOutput.talk
}
