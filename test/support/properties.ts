import fc from 'fast-check';

// A test that runs out of time goes on behind the tests that follow and says nothing: so shrinking ends in time.
fc.configureGlobal({ interruptAfterTimeLimit: 40_000, markInterruptAsFailure: true });
