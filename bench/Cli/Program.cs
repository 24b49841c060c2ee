using Bench.Cli;

return VerbRunner.Run(args);
