package dev.postern.fixtureneighbour;

import dev.postern.fixture.ring.one.First;

record SeesAnotherModule(First first) {}
