using Bench.Measurement.Hosting;

[assembly: Model("misbehaving", "A model that misbehaves", "Only for tests of what the runner makes of it.")]

return ModelProcess.Run(typeof(Program).Assembly, args);
