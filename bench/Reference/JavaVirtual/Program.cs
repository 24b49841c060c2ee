using Bench.Measurement.Hosting;

return ModelProcess.Run(typeof(Program).Assembly, args);
