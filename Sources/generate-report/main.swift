print("generate-report")
