import Foundation

extension Company {
  /// Sets what a phone does from now on; texts that waited for it are delivered.
  mutating func setBehaviour(_ behaviour: Behaviour, of number: String, at now: Date) {
    var waiting: [String] = []
    changePhone(number) { phone in
      phone.behaviour = behaviour
      phone.repliesUsed = 0
      guard behaviour.answer != .off else { return }
      waiting = phone.waitingTextIDs
      phone.waitingTextIDs = []
    }
    for id in waiting { agenda.add(.deliver(textID: id), at: now) }
  }
}
