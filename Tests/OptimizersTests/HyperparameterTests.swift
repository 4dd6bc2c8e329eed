import Objectives
import Testing

@testable import Optimizers

@Suite("Hyper-parameters")
struct HyperparameterTests {
  @Test("The resolved specification omits defaults, keeps the order of declaration and writes numbers shortest")
  func normalForm() throws {
    let forms = [
      "adam[learningRate=1e-2]": "adam[learningRate=0.01]",
      "adam[learningRate=0.05]": "adam",
      "adam[ schedule = cosine , learningRate=.01]": "adam[learningRate=0.01,schedule=cosine]",
      "gradient-descent[learningRate=1e0]": "gradient-descent[learningRate=1]",
      "adam[decoupled=false,variant=optax,amsgrad=true]": "adam[amsgrad=true,variant=optax]",
      "adamw[decoupled=true,weightDecay=1e-2]": "adamw", "adamw[weightDecay=0]": "adamw[weightDecay=0]",
      "adagrad[variant=optax,epsilon=1e-7,initialAccumulator=0.1]": "adagrad[variant=optax]",
      "adagrad[variant=optax,epsilon=1e-10]": "adagrad[variant=optax,epsilon=1e-10]",
      "sgd[milestones= 10*.5 ; 20*1e-1,schedule=piecewise]": "sgd[schedule=piecewise,milestones=10*0.5;20*0.1]",
      "polyak-step[minimum=known,longestStep=2]": "polyak-step[longestStep=2]",
      "multistart[local=l-bfgs[memory=10]]": "multistart",
      "multistart[local=adam[schedule=cosine,learningRate=1e-2]]":
        "multistart[local=adam[learningRate=0.01,schedule=cosine]]",
      "l-bfgs[gradientTolerance=1e-8]": "l-bfgs[gradientTolerance=1e-08]",
    ]
    for (written, normal) in forms {
      #expect(try method(written).id == normal)
      #expect(try method(normal).id == normal)
    }
  }

  @Test("All mistakes are reported at once, with key, value and what is allowed")
  func mistakesComeTogether() {
    let error = #expect(throws: InvalidInputs.self) {
      try method("adam[learnigRate=0.1,beta1=1,beta2=nan,epsilon=x,variant=torh,decoupled=yes,scheduleStages=0]")
    }
    let expected = [
      InvalidInput(key: "adam option", value: "learnigRate", allowed: "did you mean 'learningRate'?"),
      InvalidInput(key: "adam.beta1", value: "1", allowed: "expected a number at least 0 and below 1"),
      InvalidInput(key: "adam.beta2", value: "nan", allowed: "expected a number at least 0 and below 1"),
      InvalidInput(key: "adam.epsilon", value: "x", allowed: "expected a number at least 0"),
      InvalidInput(key: "adam.variant", value: "torh", allowed: "did you mean 'torch'?"),
      InvalidInput(key: "adam.decoupled", value: "yes", allowed: "expected true or false"),
      InvalidInput(key: "adam.scheduleStages", value: "0", allowed: "expected a whole number from 1 to 32"),
    ]
    #expect(error?.all == expected)
  }

  @Test(
    "Milestones ascend and have positive factors",
    arguments: ["100", "100*0", "5*1;5*1", "9*1;3*1", "-1*1", "1*inf", ";"])
  func milestones(_ text: String) {
    let error = #expect(throws: InvalidInputs.self) { try method("sgd[milestones=\(text)]") }
    #expect(error?.all.first?.key == "sgd.milestones")
  }

  @Test("Every variant and every preset has defaults of its own that it accepts")
  func variants() throws {
    for entry in MethodCatalogue.entries {
      guard let variant = entry.info.hyperparameters.first(where: { $0.name == "variant" }),
        case .choice(let choices) = variant.kind
      else { continue }
      for choice in choices {
        let method = try method("\(entry.info.id)[variant=\(choice)]")
        #expect(method.hyperparameters.choice("variant") == choice)
        #expect(method.hyperparameters.options.count == (choice == variant.defaultText ? 0 : 1))
      }
    }
  }

  @Test("Zero, infinite and negative learning rates are refused", arguments: ["0", "inf", "-1", "1e999"])
  func learningRateIsPositive(_ text: String) {
    #expect(throws: InvalidInputs.self) { try method("momentum[learningRate=\(text)]") }
  }

  @Test("An unknown method names its neighbour; a global method cannot be the local one")
  func unknownMethods() {
    let unknown = #expect(throws: InvalidInputs.self) { try method("adamm") }
    #expect(unknown?.all.first?.allowed == "did you mean 'adam'?")
    #expect(throws: InvalidInputs.self) { try method("multistart[local=random-search]") }
    #expect(throws: InvalidInputs.self) { try method("multistart[local=multistart]") }
    #expect(throws: InvalidInputs.self) { try method("multistart[local=adam[beta1=2]]") }
  }
}
