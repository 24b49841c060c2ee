using Bench.Measurement.Hosting;

[assembly: Model(
    "floors",
    "Floors",
    "Each model's public benchmarks, in their form, for the lanes to be held against."
)]

if (args is not ["--sample" or "--who-waits", _])
{
    Console.Error.WriteLine(
        "error: these are other people's benchmarks, in their form; ./run.sh floors runs them beside the lanes"
    );
    return 2;
}

return ModelProcess.Run(typeof(Program).Assembly, args);
