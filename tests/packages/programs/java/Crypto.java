// SPDX-License-Identifier: MIT
// Digests, ciphers and keys, each often enough that the compilers' own
// instruction sequences for them are used.
import java.security.*;
import java.security.spec.*;
import java.util.*;
import javax.crypto.*;
import javax.crypto.spec.*;

public class Crypto {
    static String hex(byte[] b) { return HexFormat.of().formatHex(b, 0, Math.min(b.length, 12)); }
    public static void main(String[] args) throws Exception {
        byte[] data = new byte[20000];
        for (int i = 0; i < data.length; i++) data[i] = (byte) (i * 7 ^ i >> 5);
        for (String name : List.of("MD5", "SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512", "SHA-512/256", "SHA3-256", "SHA3-512")) {
            MessageDigest d = MessageDigest.getInstance(name);
            byte[] last = {};
            for (int i = 0; i < 150; i++) { d.update(last); last = d.digest(data); }
            System.out.println(name + " " + hex(last));
        }
        SecretKey key = new SecretKeySpec(Arrays.copyOf(data, 32), "AES"), chacha = new SecretKeySpec(Arrays.copyOf(data, 32), "ChaCha20");
        for (String name : List.of("AES/CBC/PKCS5Padding", "AES/ECB/PKCS5Padding", "AES/CTR/NoPadding", "AES/GCM/NoPadding", "ChaCha20-Poly1305")) {
            AlgorithmParameterSpec spec = name.contains("GCM") ? new GCMParameterSpec(128, new byte[12]) : name.contains("Cha") ? new IvParameterSpec(new byte[12]) : name.contains("ECB") ? null : new IvParameterSpec(new byte[16]);
            Cipher c = Cipher.getInstance(name), d = Cipher.getInstance(name);
            Key k = name.contains("Cha") ? chacha : key;
            byte[] last = data;
            boolean same = true;
            for (int i = 0; i < 60; i++) {
                spec = spec instanceof GCMParameterSpec ? new GCMParameterSpec(128, Arrays.copyOf(last, 12)) : spec instanceof IvParameterSpec v ? new IvParameterSpec(Arrays.copyOf(last, v.getIV().length)) : null;
                c.init(Cipher.ENCRYPT_MODE, k, spec);
                byte[] out = c.doFinal(last);
                d.init(Cipher.DECRYPT_MODE, k, spec);
                same &= Arrays.equals(last, d.doFinal(out));
                last = Arrays.copyOf(out, data.length);
                last[0] ^= i;
            }
            System.out.println(name + " " + hex(last) + " " + same);
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        System.out.println(hex(mac.doFinal(data)) + " " + hex(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(new PBEKeySpec("password".toCharArray(), "salt".getBytes(), 2000, 256)).getEncoded()));
        for (String[] kind : new String[][] {{"RSA", "2048", "SHA256withRSA"}, {"EC", "secp256r1", "SHA256withECDSA"}, {"EC", "secp521r1", "SHA512withECDSA"}, {"Ed25519", "", "Ed25519"}}) {
            KeyPairGenerator g = KeyPairGenerator.getInstance(kind[0]);
            if (kind[0].equals("RSA")) g.initialize(Integer.parseInt(kind[1])); else if (kind[0].equals("EC")) g.initialize(new ECGenParameterSpec(kind[1]));
            KeyPair pair = g.generateKeyPair();
            Signature s = Signature.getInstance(kind[2]);
            s.initSign(pair.getPrivate()); s.update(data);
            byte[] signature = s.sign();
            s.initVerify(pair.getPublic()); s.update(data);
            boolean good = s.verify(signature);
            s.update(data, 1, 100);
            System.out.println(Arrays.toString(kind) + " " + good + " " + s.verify(signature));
        }
        KeyPairGenerator g = KeyPairGenerator.getInstance("X25519");
        KeyPair a = g.generateKeyPair(), b = g.generateKeyPair();
        byte[][] secrets = new byte[2][];
        for (int i = 0; i < 2; i++) { KeyAgreement k = KeyAgreement.getInstance("X25519"); k.init((i == 0 ? a : b).getPrivate()); k.doPhase((i == 0 ? b : a).getPublic(), true); secrets[i] = k.generateSecret(); }
        System.out.println(Arrays.equals(secrets[0], secrets[1]) + " " + new SecureRandom().generateSeed(8).length);
    }
}
