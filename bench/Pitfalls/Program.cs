using Bench.Measurement.Hosting;

[assembly: Model("pitfalls", "Pitfalls", "Lanes that are wrong on purpose, for verify --pitfalls to catch.")]

if (args is not ["--sample" or "--who-waits", _])
{
    Console.Error.WriteLine("error: these lanes are wrong on purpose; ./run.sh verify --pitfalls runs them");
    return 2;
}

return ModelProcess.Run(typeof(Program).Assembly, args);
